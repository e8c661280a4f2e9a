package io.github.guerdon.sandbox;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.KillReport;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.SandboxException;
import io.github.guerdon.sandbox.training.SandboxSettings;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingSettings;
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
 * Kills trainers and their cells at random moments: while they start, probe, train and write. Cells
 * alone are quicker to kill with {@link io.github.guerdon.sandbox.cell.CellKillTrial}.
 */
public final class KillTrial {

  private static final Duration TRIAL_WITHIN = Duration.ofMinutes(2);
  private static final Duration ENDED_WITHIN = Duration.ofSeconds(10);
  private static final int TRIALS_PER_SANDBOX = 20;

  private final Task task;
  private final RewardProgram program;
  private final TrainingSettings settings;
  private final Path folder;
  private final SplittableRandom random;
  private final Map<String, Integer> states = new TreeMap<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private volatile String state = "STARTING";
  private int kills;
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
    int before = openFiles();
    Set<ProcessHandle> family = Set.copyOf(descendants());
    ExecutorService worker = Executors.newSingleThreadExecutor();
    while (kills < wanted && violations.isEmpty()) {
      try (Sandbox sandbox = open()) {
        for (int i = 0; i < TRIALS_PER_SANDBOX && kills < wanted && violations.isEmpty(); i++) {
          trial(sandbox, worker, family);
        }
      }
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

  private static Sandbox open() {
    return Sandbox.open(new SandboxSettings(1, 1));
  }

  private void trial(Sandbox sandbox, ExecutorService worker, Set<ProcessHandle> family)
      throws InterruptedException {
    Future<String> life = worker.submit(() -> live(sandbox));
    LockSupport.parkNanos((long) Math.exp(random.nextDouble(Math.log(1e6), Math.log(3e9))));
    List<ProcessHandle> victims = left(family);
    if (!victims.isEmpty()) {
      String now = state;
      if (victims.get(random.nextInt(victims.size())).destroyForcibly()) {
        kills++;
        states.merge(now, 1, Integer::sum);
      }
    }
    try {
      outcomes.merge(life.get(TRIAL_WITHIN.toSeconds(), TimeUnit.SECONDS), 1, Integer::sum);
    } catch (TimeoutException e) {
      violations.add("no end within " + TRIAL_WITHIN + " in state " + state);
    } catch (ExecutionException e) {
      violations.add("an outcome without a type: " + e.getCause());
    }
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
