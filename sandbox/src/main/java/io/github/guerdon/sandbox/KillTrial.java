package io.github.guerdon.sandbox;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.KillCount;
import io.github.guerdon.sandbox.cell.KillPlan;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Kills trainers and their cells at random moments: while they start, probe, train and write. Cells
 * alone are quicker to kill with {@link io.github.guerdon.sandbox.cell.CellKillTrial}.
 */
public final class KillTrial implements KillCount.Lane {

  private static final Duration TRIAL_WITHIN = Duration.ofMinutes(2);
  private static final int TRIALS_PER_SANDBOX = 20;

  private final Task task;
  private final RewardProgram program;
  private final TrainingSettings settings;
  private final Path folder;
  private final AtomicLong jobs;
  private volatile String state = "STARTING";

  private KillTrial(
      Task task, RewardProgram program, TrainingSettings settings, Path folder, AtomicLong jobs) {
    this.task = task;
    this.program = program;
    this.settings = settings;
    this.folder = folder;
    this.jobs = jobs;
  }

  /**
   * Runs until so many kills have met a process.
   *
   * @param program a harmless one
   * @param settings of a short training
   * @param folder where trainings write
   */
  public static KillReport run(
      Task task, RewardProgram program, TrainingSettings settings, Path folder, KillPlan plan)
      throws InterruptedException {
    AtomicLong jobs = new AtomicLong();
    Supplier<KillTrial> lanes = () -> new KillTrial(task, program, settings, folder, jobs);
    try (Sandbox warm = open()) {
      lanes.get().live(warm);
    }
    return KillCount.of(plan, lanes::get);
  }

  @Override
  public void run(KillCount count, SplittableRandom random) throws InterruptedException {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    while (count.wantsMore()) {
      try (Sandbox sandbox = open()) {
        for (int i = 0; i < TRIALS_PER_SANDBOX && count.wantsMore(); i++) {
          trial(sandbox, worker, count, random);
        }
      }
    }
    worker.shutdownNow();
  }

  private static Sandbox open() {
    return Sandbox.open(new SandboxSettings(1, 1));
  }

  private void trial(
      Sandbox sandbox, ExecutorService worker, KillCount count, SplittableRandom random)
      throws InterruptedException {
    Future<String> life = worker.submit(() -> live(sandbox));
    LockSupport.parkNanos((long) Math.exp(random.nextDouble(Math.log(1e6), Math.log(3e9))));
    count.kill(KillCount.families(sandbox.processes()), random, state);
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
      long job = jobs.getAndIncrement();
      String id = "kill-" + job;
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
          crashed -> crashed.cause().name(),
          paused -> "PAUSED");
    } catch (SandboxException e) {
      return "SANDBOX_" + state;
    }
  }
}
