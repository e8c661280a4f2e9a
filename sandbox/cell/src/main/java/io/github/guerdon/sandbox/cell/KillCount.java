package io.github.guerdon.sandbox.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Kills processes at random and keeps count: of kills by state, of how the lives ended, and of the
 * processes and descriptors that were not there before. Begins when it is made; for many threads.
 */
public final class KillCount {

  private static final Duration ENDED_WITHIN = Duration.ofSeconds(10);

  private final KillPlan plan;
  private final Set<ProcessHandle> family = Set.copyOf(descendants());
  private final int descriptors = openFiles();
  private final Map<String, Integer> states = new TreeMap<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private int kills;

  /** Begins to count; what is open by now is not counted. */
  public KillCount(KillPlan plan) {
    this.plan = plan;
  }

  /** One life after the other, until {@link #wantsMore} says no. */
  public interface Lane {

    /**
     * Runs them.
     *
     * @param random the lane's own
     */
    void run(KillCount count, SplittableRandom random) throws InterruptedException;
  }

  /** Runs a plan's lanes side by side to their ends and reports. */
  public static KillReport of(KillPlan plan, Supplier<Lane> lanes) throws InterruptedException {
    KillCount count = new KillCount(plan);
    SplittableRandom random = new SplittableRandom(plan.seed());
    ExecutorService threads = Executors.newFixedThreadPool(plan.jobs(), Threads.daemon("killer"));
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < plan.jobs(); i++) {
      Lane lane = lanes.get();
      SplittableRandom own = random.split();
      running.add(
          threads.submit(
              () -> {
                lane.run(count, own);
                return null;
              }));
    }
    threads.shutdown();
    for (Future<?> lane : running) {
      count.join(lane);
    }
    return count.report();
  }

  private void join(Future<?> lane) throws InterruptedException {
    try {
      lane.get();
    } catch (ExecutionException e) {
      violate("a lane ended with " + e.getCause());
    }
  }

  /** Returns whether there are fewer kills than wanted and no violation yet. */
  public synchronized boolean wantsMore() {
    return kills < plan.kills() && violations.isEmpty();
  }

  /** Returns the processes below this one that were not there at the beginning. */
  public List<ProcessHandle> newcomers() {
    return descendants().stream().filter(process -> !family.contains(process)).toList();
  }

  /** Returns these processes that live, with all below them. */
  public static List<ProcessHandle> families(Collection<ProcessHandle> processes) {
    return processes.stream()
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .toList();
  }

  /** Kills one of these, if there is one and more kills are wanted, and counts it if it lived. */
  public void kill(List<ProcessHandle> victims, SplittableRandom random, String state) {
    if (victims.isEmpty()) {
      return;
    }
    int now;
    synchronized (this) {
      if (!wantsMore() || !victims.get(random.nextInt(victims.size())).destroyForcibly()) {
        return;
      }
      now = ++kills;
      states.merge(state, 1, Integer::sum);
    }
    plan.progress().accept(now);
  }

  /**
   * Waits for the word in which a life ended; none in time, or none with a type, is a violation.
   */
  public void end(Future<String> life, Duration within, Supplier<String> state)
      throws InterruptedException {
    try {
      String outcome = life.get(within.toSeconds(), TimeUnit.SECONDS);
      synchronized (this) {
        outcomes.merge(outcome, 1, Integer::sum);
      }
    } catch (TimeoutException e) {
      violate("no end within " + within + " in state " + state.get());
    } catch (ExecutionException e) {
      violate("an outcome without a type: " + e.getCause());
    }
  }

  private synchronized void violate(String what) {
    violations.add(what);
  }

  /** Gives what is ending a while to end, and reports. */
  public KillReport report() throws InterruptedException {
    long end = System.nanoTime() + ENDED_WITHIN.toNanos();
    List<ProcessHandle> left = newcomers();
    while ((!left.isEmpty() || openFiles() > descriptors) && System.nanoTime() < end) {
      Thread.sleep(10);
      left = newcomers();
    }
    synchronized (this) {
      return new KillReport(
          kills, states, outcomes, left.size(), openFiles() - descriptors, violations);
    }
  }

  private static List<ProcessHandle> descendants() {
    return ProcessHandle.current().descendants().toList();
  }

  private static int openFiles() {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.toList().size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
