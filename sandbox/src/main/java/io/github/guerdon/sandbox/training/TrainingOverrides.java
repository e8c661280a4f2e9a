package io.github.guerdon.sandbox.training;

import io.github.guerdon.env.Training;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a task's {@code training} block changes of the learner's defaults, by name. */
final class TrainingOverrides {

  private final Map<String, Double> left;

  private TrainingOverrides(Map<String, Double> learner) {
    left = new LinkedHashMap<>(learner);
  }

  /**
   * Returns the defaults with a task's steps and overrides.
   *
   * @throws IllegalArgumentException if a name is unknown or a value out of its bounds
   */
  static TrainingSettings apply(Training training) {
    TrainingSettings base = TrainingSettings.defaults();
    TrainingOverrides task = new TrainingOverrides(training.learner());
    TrainingSettings merged =
        new TrainingSettings(
            training.steps(),
            task.whole("worlds", base.worlds()),
            task.whole("rollout_steps", base.rolloutSteps()),
            task.whole("mini_batch", base.miniBatch()),
            task.whole("epochs", base.epochs()),
            task.number("learning_rate", base.learningRate()),
            task.number("discount", base.discount()),
            task.number("lambda", base.lambda()),
            task.number("clip", base.clip()),
            task.number("entropy", base.entropy()),
            task.number("value_coefficient", base.valueCoefficient()),
            task.number("max_gradient_norm", base.maxGradientNorm()),
            base.hidden(),
            task.number("initial_log_std", base.initialLogStd()),
            task.flag("normalise_observations", base.normaliseObservations()),
            task.flag("normalise_rewards", base.normaliseRewards()),
            task.number("target_kl", base.targetKl()),
            task.whole("evaluation_episodes", base.evaluationEpisodes()));
    if (!task.left.isEmpty()) {
      throw new IllegalArgumentException(
          "the task sets " + task.left.keySet() + ", which the learner does not know: remove it");
    }
    return merged;
  }

  private double number(String name, double otherwise) {
    Double value = left.remove(name);
    return value == null ? otherwise : value;
  }

  private int whole(String name, int otherwise) {
    double value = number(name, otherwise);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "training setting " + name + " is " + value + ", must be a whole number");
    }
    return (int) value;
  }

  private boolean flag(String name, boolean otherwise) {
    return number(name, otherwise ? 1 : 0) != 0;
  }
}
