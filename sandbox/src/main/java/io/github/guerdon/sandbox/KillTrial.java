package io.github.guerdon.sandbox;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.KillCount;
import io.github.guerdon.sandbox.cell.KillReport;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.SandboxException;
import io.github.guerdon.sandbox.training.SandboxSettings;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills trainers and their cells at random moments: while they start, probe, train and write. Cells
 * alone are quicker to kill with {@link io.github.guerdon.sandbox.cell.CellKillTrial}.
 */
public final class KillTrial {

  private static final Duration TRIAL_WITHIN = Duration.ofMinutes(2);
  private static final int TRIALS_PER_SANDBOX = 20;

  private final Task task;
  private final RewardProgram program;
  private final TrainingSettings settings;
  private final Path folder;
  private final SplittableRandom random;
  private volatile String state = "STARTING";
  private long job;

  private KillTrial(
      Task task, RewardProgram program, TrainingSettings settings, Path folder, long seed) {
    this.task = task;
    this.program = program;
    this.settings = settings;
    this.folder = folder;
    random = new SplittableRandom(seed);
  }

  /**
   * Runs until so many kills have met a process.
   *
   * @param program a harmless one
   * @param settings of a short training
   * @param folder where trainings write
   */
  public static KillReport run(
      Task task,
      RewardProgram program,
      TrainingSettings settings,
      Path folder,
      int kills,
      long seed)
      throws InterruptedException {
    return new KillTrial(task, program, settings, folder, seed).run(kills);
  }

  private KillReport run(int wanted) throws InterruptedException {
    try (Sandbox warm = open()) {
      live(warm);
    }
    KillCount count = new KillCount(random);
    ExecutorService worker = Executors.newSingleThreadExecutor();
    while (count.wantsMore(wanted)) {
      try (Sandbox sandbox = open()) {
        for (int i = 0; i < TRIALS_PER_SANDBOX && count.wantsMore(wanted); i++) {
          trial(sandbox, worker, count);
        }
      }
    }
    worker.shutdownNow();
    return count.report();
  }

  private static Sandbox open() {
    return Sandbox.open(new SandboxSettings(1, 1));
  }

  private void trial(Sandbox sandbox, ExecutorService worker, KillCount count)
      throws InterruptedException {
    Future<String> life = worker.submit(() -> live(sandbox));
    LockSupport.parkNanos((long) Math.exp(random.nextDouble(Math.log(1e6), Math.log(3e9))));
    count.kill(count.newcomers(), state);
    count.end(life, TRIAL_WITHIN, () -> state);
  }

  /** Probes and trains once and says how it ended. */
  private String live(Sandbox sandbox) {
    try {
      state = "STARTING";
      sandbox.sandboxLevel();
      state = "PROBING";
      ProbeResult probe = sandbox.probe(task, program);
      if (probe instanceof ProbeResult.Failed failed) {
        return "PROBE_" + failed.outcome();
      }
      state = "TRAINING";
      String id = "kill-" + job++;
      Outcome outcome =
          sandbox
              .train(
                  List.of(
                      new Job(id, task, program, job, settings, folder.resolve(id), TRIAL_WITHIN)),
                  TrainingListener.silent())
              .get(0);
      return outcome.match(
          completed -> "COMPLETED",
          diverged -> "DIVERGED",
          timedOut -> "TIMED_OUT",
          crashed -> crashed.cause().name());
    } catch (SandboxException e) {
      return "SANDBOX_" + state;
    }
  }
}
