package io.github.guerdon.generator.search;

import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.Variant;
import io.github.guerdon.env.Vary;
import io.github.guerdon.generator.report.RobustnessCard;
import io.github.guerdon.generator.report.RobustnessCard.Tried;
import io.github.guerdon.sandbox.ppo.Measurement;
import io.github.guerdon.sandbox.ppo.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Measures a policy in variants of its task's model; no reward takes part. */
public final class Robustness {

  /** How many models are drawn: enough for quartiles, few enough for a cart-pole's seconds. */
  public static final int DRAWS = 16;

  /** The purpose of the seed that episodes derive from. */
  public static final String PURPOSE = "robustness";

  /** What the draws derive from: the same for all policies, so that their cards compare. */
  private static final long DRAW_SEED = 0;

  private Robustness() {}

  /**
   * Measures a policy, without noise, in the task's model as it is and in each variant of it, by
   * the same fresh episodes.
   *
   * @param episodes episodes in each model
   * @param seed what their starts derive from
   * @param listener hears of each model when it was tried
   * @param stopped asked before each model; nothing is returned once it says so
   * @throws IllegalArgumentException if the task varies nothing
   */
  public static Optional<RobustnessCard> measure(
      Task task,
      Policy policy,
      int episodes,
      long seed,
      Consumer<Tried> listener,
      BooleanSupplier stopped) {
    Vary vary = task.description().vary();
    if (vary.none()) {
      throw new IllegalArgumentException(
          "task '" + task.description().name() + "' has no 'vary', so no model to try");
    }
    int threads = Runtime.getRuntime().availableProcessors();
    List<Tried> tried = new ArrayList<>();
    for (Variant variant : vary.variants(DRAWS, DRAW_SEED)) {
      if (stopped.getAsBoolean()) {
        return Optional.empty();
      }
      Score score = Measurement.score(task, policy, episodes, threads, seed, variant);
      tried.add(new Tried(variant, score));
      listener.accept(tried.get(tried.size() - 1));
    }
    return Optional.of(new RobustnessCard(tried));
  }
}
