package io.github.guerdon.sandbox.record;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Trainings by what they are: one folder each, named by its {@link TrainingIdentity}. */
public final class TrainingStore {

  private final Path root;

  /** Names the folder that holds the trainings' folders. */
  public TrainingStore(Path root) {
    this.root = root;
  }

  /** Returns the folder of a training. */
  public Path folder(Task task, RewardProgram program, long seed, TrainingSettings settings) {
    return root.resolve(TrainingIdentity.of(task, program, seed, settings));
  }

  /** Returns a job whose folder is in this store. */
  public Job job(
      String id,
      Task task,
      RewardProgram program,
      long seed,
      TrainingSettings settings,
      Duration deadline) {
    Path folder = folder(task, program, seed, settings);
    return new Job(id, task, program, seed, settings, folder, deadline);
  }

  /**
   * Finds the outcome of a job that was trained already.
   *
   * @throws RecordException if its record is of an unknown version, or broken
   */
  public Optional<Outcome> find(Job job) throws IOException {
    return new TrainingRecords(job.directory()).find(job);
  }
}
