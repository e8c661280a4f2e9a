package io.github.guerdon.sandbox.training;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * One training: one candidate with one seed.
 *
 * @param id the caller's name for it, unique within a call of {@link Sandbox#train}
 * @param task what to learn
 * @param program the reward, as the critic compiled it
 * @param seed all of the training's randomness derives from it
 * @param settings the learner's settings
 * @param directory the folder that holds or will hold its records; made if missing
 * @param deadline wall-clock time after which the training is killed
 */
public record Job(
    String id,
    Task task,
    RewardProgram program,
    long seed,
    TrainingSettings settings,
    Path directory,
    Duration deadline) {

  /** Checks for null and for a deadline that is not positive. */
  public Job {
    Objects.requireNonNull(id);
    Objects.requireNonNull(task);
    Objects.requireNonNull(program);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(directory);
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException(
          "deadline of job " + id + " is " + deadline + ", must be positive");
    }
  }
}
