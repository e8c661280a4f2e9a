package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.RewardProgram;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills cells at random moments of their lives: while they start, wait, load, compute, rest between
 * frames and are closed. One cell a trial, and the next one starts meanwhile.
 */
public final class CellKillTrial implements KillCount.Lane {

  private static final Duration TRIAL_WITHIN = Duration.ofSeconds(60);
  private static final List<String> TARGETS =
      List.of("STARTING", "BETWEEN_FRAMES", "IN_A_FRAME", "CLOSING");
  private static final long PATIENCE_NANOS = 20_000;
  private static final int FRAMES = 40;
  private static final int TRIALS_PER_LAUNCHER = 50;

  private final RewardProgram program;
  private final CellSpec spec;
  private final CellSettings settings;
  private volatile String state = "STARTING";

  private CellKillTrial(RewardProgram program, CellSpec spec, CellSettings settings) {
    this.program = program;
    this.spec = spec;
    this.settings = settings;
  }

  /**
   * Runs until so many kills have met a process.
   *
   * @param program a harmless one
   */
  public static KillReport run(
      RewardProgram program, CellSpec spec, CellSettings settings, KillPlan plan)
      throws InterruptedException {
    new CellKillTrial(program, spec, settings).warmUp();
    return KillCount.of(plan, () -> new CellKillTrial(program, spec, settings));
  }

  /** Opens what the JVM opens once, so that it is not counted. */
  private void warmUp() {
    try (CellLauncher launcher = CellLauncher.open(settings)) {
      live(launcher);
    }
  }

  @Override
  public void run(KillCount count, SplittableRandom random) throws InterruptedException {
    ExecutorService worker = Executors.newSingleThreadExecutor(Threads.daemon("kill-trial"));
    while (count.wantsMore()) {
      try (CellLauncher launcher = CellLauncher.open(settings)) {
        for (int i = 0; i < TRIALS_PER_LAUNCHER && count.wantsMore(); i++) {
          trial(launcher, worker, count, random);
        }
      }
    }
    worker.shutdownNow();
  }

  private void trial(
      CellLauncher launcher, ExecutorService worker, KillCount count, SplittableRandom random)
      throws InterruptedException {
    state = "STARTING";
    Future<String> life = worker.submit(() -> live(launcher));
    String target = TARGETS.get(random.nextInt(TARGETS.size()));
    while (!state.equals(target) && !life.isDone()) {
      LockSupport.parkNanos(PATIENCE_NANOS);
    }
    LockSupport.parkNanos(delay(target.equals("STARTING") ? 6e8 : 2e6, random));
    count.kill(KillCount.families(cells(launcher)), random, state);
    count.end(life, TRIAL_WITHIN, () -> state);
  }

  private static List<ProcessHandle> cells(CellLauncher launcher) {
    return launcher.pids().stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();
  }

  /** Returns a wait; short and long ones in equal numbers, for the states last so. */
  private static long delay(double longest, SplittableRandom random) {
    return (long) Math.exp(random.nextDouble(Math.log(1e3), Math.log(longest)));
  }

  /** Lives a cell's whole life and says how it ended. */
  private String live(CellLauncher launcher) {
    BlankStep step = new BlankStep(program, spec, spec.maxWorlds());
    try {
      Cell cell = launcher.start(program, spec);
      try (cell) {
        for (int i = 0; i < FRAMES; i++) {
          state = "BETWEEN_FRAMES";
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
          step.fill(cell.frame());
          state = "IN_A_FRAME";
          cell.evaluate(step.worlds(), cell.frame());
        }
        state = "CLOSING";
      }
      state = "CLOSED";
      return "COMPLETED";
    } catch (CellFailure e) {
      return e.cause().word();
    } catch (SealException | UncheckedIOException e) {
      return "NOT_STARTED";
    }
  }
}
