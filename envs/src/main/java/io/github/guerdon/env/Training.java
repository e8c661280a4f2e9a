package io.github.guerdon.env;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says how long and with which learner settings a task is trained where nobody says otherwise.
 *
 * @param steps environment steps of one training, at least 1
 * @param learner settings that differ from the learner's own defaults, by name; a flag is 1 or 0
 */
public record Training(long steps, Map<String, Double> learner) {

  /** The learner's numeric settings that a task may set. */
  public static final List<String> NUMBERS =
      List.of(
          "worlds",
          "rollout_steps",
          "mini_batch",
          "epochs",
          "learning_rate",
          "discount",
          "lambda",
          "clip",
          "entropy",
          "value_coefficient",
          "max_gradient_norm",
          "initial_log_std",
          "target_kl",
          "evaluation_episodes");

  /** The learner's flags that a task may set. */
  public static final List<String> FLAGS = List.of("normalise_observations", "normalise_rewards");

  /** Copies the map. */
  public Training {
    learner = Collections.unmodifiableMap(new LinkedHashMap<>(learner));
    if (steps < 1) {
      throw new IllegalArgumentException("steps is " + steps + ", must be at least 1");
    }
  }
}
