package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.RewardProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Kills cells at random moments of their lives: while they start, wait, load, compute, rest between
 * frames and are closed. One cell a trial, and the next one starts meanwhile.
 */
public final class CellKillTrial {

  private static final Duration TRIAL_WITHIN = Duration.ofSeconds(60);
  private static final Duration ENDED_WITHIN = Duration.ofSeconds(10);
  private static final List<String> TARGETS =
      List.of("STARTING", "BETWEEN_FRAMES", "IN_A_FRAME", "CLOSING");
  private static final long PATIENCE_NANOS = 20_000;
  private static final int FRAMES = 40;
  private static final int TRIALS_PER_LAUNCHER = 50;

  private final RewardProgram program;
  private final CellSpec spec;
  private final CellSettings settings;
  private final SplittableRandom random;
  private final Map<String, Integer> states = new TreeMap<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private volatile String state = "STARTING";
  private int kills;

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
    int before = openFiles();
    Set<ProcessHandle> family = Set.copyOf(descendants());
    ExecutorService worker = Executors.newSingleThreadExecutor(Threads.daemon("kill-trial"));
    while (kills < wanted && violations.isEmpty()) {
      CellLauncher launcher = CellLauncher.open(settings);
      for (int i = 0; i < TRIALS_PER_LAUNCHER && kills < wanted && violations.isEmpty(); i++) {
        trial(launcher, worker);
      }
      launcher.close();
    }
    worker.shutdownNow();
    long end = System.nanoTime() + ENDED_WITHIN.toNanos();
    List<ProcessHandle> left = left(family);
    while ((!left.isEmpty() || openFiles() > before) && System.nanoTime() < end) {
      Thread.sleep(10);
      left = left(family);
    }
    return new KillReport(kills, states, outcomes, left.size(), openFiles() - before, violations);
  }

  /** Opens what the JVM opens once, so that it is not counted. */
  private void warmUp() {
    try (CellLauncher launcher = CellLauncher.open(settings)) {
      live(launcher);
    }
  }

  private void trial(CellLauncher launcher, ExecutorService worker) throws InterruptedException {
    state = "STARTING";
    Future<String> life = worker.submit(() -> live(launcher));
    String target = TARGETS.get(random.nextInt(TARGETS.size()));
    while (!state.equals(target) && !life.isDone()) {
      LockSupport.parkNanos(PATIENCE_NANOS);
    }
    LockSupport.parkNanos(delay(target.equals("STARTING") ? 6e8 : 2e6));
    kill(launcher);
    try {
      outcomes.merge(life.get(TRIAL_WITHIN.toSeconds(), TimeUnit.SECONDS), 1, Integer::sum);
    } catch (TimeoutException e) {
      violations.add("no end within " + TRIAL_WITHIN + " in state " + state);
    } catch (ExecutionException e) {
      violations.add("an outcome without a type: " + e.getCause());
    }
  }

  /** Returns a wait; short and long ones in equal numbers, for the states last so. */
  private long delay(double longest) {
    return (long) Math.exp(random.nextDouble(Math.log(1e3), Math.log(longest)));
  }

  private void kill(CellLauncher launcher) {
    List<ProcessHandle> victims =
        launcher.pids().stream()
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .toList();
    if (!victims.isEmpty()) {
      String now = state;
      if (victims.get(random.nextInt(victims.size())).destroyForcibly()) {
        kills++;
        states.merge(now, 1, Integer::sum);
      }
    }
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

  private static List<ProcessHandle> descendants() {
    return ProcessHandle.current().descendants().toList();
  }

  private static List<ProcessHandle> left(Set<ProcessHandle> before) {
    return descendants().stream().filter(process -> !before.contains(process)).toList();
  }

  private static int openFiles() {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.toList().size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
