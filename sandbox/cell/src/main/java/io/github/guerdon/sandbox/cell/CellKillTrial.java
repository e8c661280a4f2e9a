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
import java.util.stream.Stream;

/**
 * Kills cells at random moments of their lives: while they start, wait, load, compute, rest between
 * frames and are closed. One cell a trial, and the next one starts meanwhile.
 */
public final class CellKillTrial {

  private static final Duration TRIAL_WITHIN = Duration.ofSeconds(60);
  private static final List<String> TARGETS =
      List.of("STARTING", "BETWEEN_FRAMES", "IN_A_FRAME", "CLOSING");
  private static final long PATIENCE_NANOS = 20_000;
  private static final int FRAMES = 40;
  private static final int TRIALS_PER_LAUNCHER = 50;

  private final RewardProgram program;
  private final CellSpec spec;
  private final CellSettings settings;
  private final SplittableRandom random;
  private volatile String state = "STARTING";

  private CellKillTrial(RewardProgram program, CellSpec spec, CellSettings settings, long seed) {
    this.program = program;
    this.spec = spec;
    this.settings = settings;
    random = new SplittableRandom(seed);
  }

  /**
   * Runs until so many kills have met a process.
   *
   * @param program a harmless one
   */
  public static KillReport run(
      RewardProgram program, CellSpec spec, CellSettings settings, int kills, long seed)
      throws InterruptedException {
    return new CellKillTrial(program, spec, settings, seed).run(kills);
  }

  private KillReport run(int wanted) throws InterruptedException {
    warmUp();
    KillCount count = new KillCount(random);
    ExecutorService worker = Executors.newSingleThreadExecutor(Threads.daemon("kill-trial"));
    while (count.wantsMore(wanted)) {
      CellLauncher launcher = CellLauncher.open(settings);
      for (int i = 0; i < TRIALS_PER_LAUNCHER && count.wantsMore(wanted); i++) {
        trial(launcher, worker, count);
      }
      launcher.close();
    }
    worker.shutdownNow();
    return count.report();
  }

  /** Opens what the JVM opens once, so that it is not counted. */
  private void warmUp() {
    try (CellLauncher launcher = CellLauncher.open(settings)) {
      live(launcher);
    }
  }

  private void trial(CellLauncher launcher, ExecutorService worker, KillCount count)
      throws InterruptedException {
    state = "STARTING";
    Future<String> life = worker.submit(() -> live(launcher));
    String target = TARGETS.get(random.nextInt(TARGETS.size()));
    while (!state.equals(target) && !life.isDone()) {
      LockSupport.parkNanos(PATIENCE_NANOS);
    }
    LockSupport.parkNanos(delay(target.equals("STARTING") ? 6e8 : 2e6));
    count.kill(victims(launcher), state);
    count.end(life, TRIAL_WITHIN, () -> state);
  }

  /** Returns a wait; short and long ones in equal numbers, for the states last so. */
  private long delay(double longest) {
    return (long) Math.exp(random.nextDouble(Math.log(1e3), Math.log(longest)));
  }

  private static List<ProcessHandle> victims(CellLauncher launcher) {
    return launcher.pids().stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .toList();
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
