package io.github.guerdon.sandbox.cell;

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
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Kills processes at random and keeps count: of kills by state, of how the lives ended, and of the
 * processes and descriptors that were not there before. Begins when it is made.
 */
public final class KillCount {

  private static final Duration ENDED_WITHIN = Duration.ofSeconds(10);

  private final SplittableRandom random;
  private final Set<ProcessHandle> family = Set.copyOf(descendants());
  private final int descriptors = openFiles();
  private final Map<String, Integer> states = new TreeMap<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private int kills;

  /** Begins to count; what is open by now is not counted. */
  public KillCount(SplittableRandom random) {
    this.random = random;
  }

  /** Returns whether there are fewer kills than wanted and no violation yet. */
  public boolean wantsMore(int wanted) {
    return kills < wanted && violations.isEmpty();
  }

  /** Returns the processes below this one that were not there at the beginning. */
  public List<ProcessHandle> newcomers() {
    return descendants().stream().filter(process -> !family.contains(process)).toList();
  }

  /** Kills one of these, if there is one, and counts it if it lived. */
  public void kill(List<ProcessHandle> victims, String state) {
    if (!victims.isEmpty() && victims.get(random.nextInt(victims.size())).destroyForcibly()) {
      kills++;
      states.merge(state, 1, Integer::sum);
    }
  }

  /**
   * Waits for the word in which a life ended; none in time, or none with a type, is a violation.
   */
  public void end(Future<String> life, Duration within, Supplier<String> state)
      throws InterruptedException {
    try {
      outcomes.merge(life.get(within.toSeconds(), TimeUnit.SECONDS), 1, Integer::sum);
    } catch (TimeoutException e) {
      violations.add("no end within " + within + " in state " + state.get());
    } catch (ExecutionException e) {
      violations.add("an outcome without a type: " + e.getCause());
    }
  }

  /** Gives what is ending a while to end, and reports. */
  public KillReport report() throws InterruptedException {
    long end = System.nanoTime() + ENDED_WITHIN.toNanos();
    List<ProcessHandle> left = newcomers();
    while ((!left.isEmpty() || openFiles() > descriptors) && System.nanoTime() < end) {
      Thread.sleep(10);
      left = newcomers();
    }
    return new KillReport(
        kills, states, outcomes, left.size(), openFiles() - descriptors, violations);
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
