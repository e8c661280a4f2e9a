package io.github.guerdon.sandbox;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.executor.TrainerPool;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.SandboxException;
import io.github.guerdon.sandbox.training.SandboxSettings;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingSettings;
import io.github.guerdon.sandbox.training.WeakSandboxException;
import java.util.List;

/**
 * Trains policies in processes of their own, which are started when first needed and end with this.
 *
 * <p>May be used by several threads at once. All trainings and probes share the trainers.
 */
public final class Sandbox implements AutoCloseable {

  private final TrainerPool pool;

  private Sandbox(TrainerPool pool) {
    this.pool = pool;
  }

  /** Opens a sandbox; no process is started yet. */
  public static Sandbox open(SandboxSettings settings) {
    return new Sandbox(new TrainerPool(settings));
  }

  /**
   * Trains all jobs and returns their outcomes in the jobs' order. Neither the number of trainers
   * nor what else is running changes an outcome.
   *
   * <p>A job whose folder holds its result already is not trained again. Jobs that share a folder
   * are trained once if they are the same training.
   *
   * @param listener is called on the calling thread
   * @throws IllegalArgumentException if two jobs have the same id, or share a folder but differ
   * @throws SandboxException if trainers do not start or records cannot be written
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted;
   *     running trainings are killed first
   */
  public List<Outcome> train(List<Job> jobs, TrainingListener listener) {
    return pool.train(jobs, listener);
  }

  /**
   * Tries a reward on states of a few short rollouts before it is trained.
   *
   * @throws SandboxException if a trainer does not start or ends without an answer
   */
  public ProbeResult probe(Task task, RewardProgram program) {
    return pool.probe(task, program, TrainingSettings.of(task).discount());
  }

  /**
   * Returns how well reward processes are sealed, as one has proven: 3 by namespaces, 2 by
   * Landlock, 1 by the filter of system calls alone, which 3 and 2 have too, 0 not at all. Starts a
   * trainer if none has run yet.
   *
   * @throws WeakSandboxException if it is 0 and the settings do not allow that; so do {@link
   *     #train} and {@link #probe}
   * @throws SandboxException if it does not start
   */
  public int sandboxLevel() {
    return pool.sandboxLevel();
  }

  /** Returns what the level rests on, a phrase each, for reports; as {@link #sandboxLevel}. */
  public List<String> sandboxProof() {
    return pool.sandboxProof();
  }

  /** Returns the trainers' processes, ready or not; for trials that kill them. */
  List<ProcessHandle> processes() {
    return pool.processes();
  }

  /** Kills all trainers; whoever waits for one gets an exception. */
  @Override
  public void close() {
    pool.close();
  }
}
