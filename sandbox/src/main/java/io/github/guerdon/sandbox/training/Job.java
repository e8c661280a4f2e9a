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
 * @param deadline time after which the training is killed; more of it on a busy machine
 * @param until environment steps after which it pauses; all of them for a whole training
 */
public record Job(
    String id,
    Task task,
    RewardProgram program,
    long seed,
    TrainingSettings settings,
    Path directory,
    Duration deadline,
    long until) {

  /** Makes a job that trains to the end. */
  public Job(
      String id,
      Task task,
      RewardProgram program,
      long seed,
      TrainingSettings settings,
      Path directory,
      Duration deadline) {
    this(id, task, program, seed, settings, directory, deadline, settings.steps());
  }

  /** Checks for null, for a deadline and for a pause that are not positive. */
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
    if (until < 1) {
      throw new IllegalArgumentException("job " + id + " pauses at " + until + ", before it began");
    }
  }
}
