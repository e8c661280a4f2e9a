package io.github.guerdon.generator.search;

import io.github.guerdon.env.Score;
import io.github.guerdon.generator.report.RobustnessCard;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where rewards of one task are tried out; the seam between the search and the sandbox. */
public interface TrainingRoom {

  /** Says whether a reward is worth training. */
  ProbeResult probe(RewardProgram program);

  /** Measures a policy that acts at random; no reward takes part. */
  Score random(long seed);

  /**
   * Measures a stored policy where the task's model varies; no reward takes part. Nothing if the
   * room is stopped or has no such models.
   *
   * @param policy the policy's file
   * @param episodes episodes in each model
   * @param seed what their starts derive from
   */
  default Optional<RobustnessCard> robustness(Path policy, int episodes, long seed) {
    return Optional.empty();
  }

  /**
   * Trains, and returns the outcomes in the order of the orders; the listener hears them as they
   * end. A room that is stopped returns nothing.
   */
  List<Outcome> train(List<Order> orders, TrainingListener listener);

  /**
   * One training.
   *
   * @param id its name, unique among the orders
   * @param directory where its records go
   * @param until environment steps after which it pauses; all of them for a whole training
   */
  record Order(
      String id,
      RewardProgram program,
      long seed,
      TrainingSettings settings,
      Path directory,
      long until) {

    /** Makes the order of a whole training. */
    public Order(
        String id, RewardProgram program, long seed, TrainingSettings settings, Path directory) {
      this(id, program, seed, settings, directory, settings.steps());
    }

    /** Checks for null. */
    public Order {
      Objects.requireNonNull(id);
      Objects.requireNonNull(program);
      Objects.requireNonNull(settings);
      Objects.requireNonNull(directory);
    }
  }
}
