package io.github.guerdon.critic;

import io.github.guerdon.critic.verdict.Finding;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs parsers and compilers over hostile text: on a large stack, and not for ever. */
final class Deadline {

  private static final long STACK_BYTES = 64L << 20;
  private static final long SECONDS = 20;
  private static final int MOST_ROUNDS = 5;

  private Deadline() {}

  /** What came of a run: its result, or the finding that ended it. */
  sealed interface Outcome<T> {

    record Done<T>(T result) implements Outcome<T> {}

    record Ended<T>(Finding finding) implements Outcome<T> {}

    default <R> R fold(Function<T, R> done, Function<Finding, R> ended) {
      return this instanceof Done<T> d
          ? done.apply(d.result())
          : ended.apply(((Ended<T>) this).finding());
    }
  }

  /** Runs work and waits for it; work that does not end is left behind on its daemon thread. */
  static <T> Outcome<T> run(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "critic", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return new Outcome.Done<>(await(task));
    } catch (TimeoutException e) {
      return new Outcome.Ended<>(
          new Finding("SIZE", 0, 0, "not reviewed within " + SECONDS + " s; simplify the source"));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StackOverflowError) {
        return new Outcome.Ended<>(
            new Finding("NESTING", 0, 0, "nested too deep to be parsed; use locals or helpers"));
      }
      throw new IllegalStateException("the critic failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reviewing", e);
    }
  }

  /** Waits, longer where the process hardly ran: a busy machine is no fault of a source. */
  private static <T> T await(FutureTask<T> task)
      throws InterruptedException, ExecutionException, TimeoutException {
    Duration before = processorTime();
    for (int round = 1; ; round++) {
      try {
        return task.get(SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        if (round == MOST_ROUNDS || processorTime().minus(before).toSeconds() >= SECONDS / 2) {
          throw e;
        }
      }
    }
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
