package io.github.guerdon.sandbox.cell;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A deadline that is set and lifted once a frame, without a timer each time.
 *
 * <p>A machine that is too busy to run the cell is no fault of the candidate, and must not decide
 * what a candidate scores: who mostly waited for a core gets as much time again, {@value
 * #MOST_ROUNDS} times at most.
 */
final class Deadline {

  static final int MOST_ROUNDS = 14;

  /** Part of the time given: what counts as much of it, and from when on it is counted. */
  private static final int QUARTER = 4;

  private static final long IDLE = 0;
  private static final long MISSED = 1;

  private final LongSupplier clock;
  private final long origin;
  private final AtomicLong at = new AtomicLong(IDLE);
  private volatile long given;

  // The watcher's alone.
  private long watched;
  private ProcessorTime before = ProcessorTime.NONE;
  private int rounds;

  /** Makes a deadline over a clock in ns. */
  Deadline(LongSupplier clock) {
    this.clock = clock;
    origin = clock.getAsLong();
  }

  void set(Duration fromNow) {
    given = fromNow.toNanos();
    at.set(now() + given);
  }

  /** Lifts the deadline; returns false if it was missed before. */
  boolean lift() {
    return at.getAndUpdate(value -> value == MISSED ? MISSED : IDLE) != MISSED;
  }

  /**
   * Returns whether the deadline has just been missed; true at most once. For one thread, which
   * asks several times within a deadline.
   *
   * @param processorTime what the process has had so far; asked only when it matters
   */
  boolean missed(Supplier<ProcessorTime> processorTime) {
    long due = at.get();
    if (due <= MISSED) {
      return false;
    }
    if (due != watched) {
      if (now() > due - given + given / QUARTER) {
        watched = due;
        before = processorTime.get();
        rounds = 0;
      }
      return false;
    }
    if (now() <= due) {
      return false;
    }
    if (rounds == MOST_ROUNDS || !starved(processorTime.get())) {
      return at.compareAndSet(due, MISSED);
    }
    long later = now() + given;
    if (at.compareAndSet(due, later)) {
      watched = later;
      rounds++;
    }
    return false;
  }

  private boolean starved(ProcessorTime now) {
    return now.used() - before.used() < given / QUARTER
        && now.waited() - before.waited() >= given / QUARTER;
  }

  private long now() {
    return clock.getAsLong() - origin + MISSED + 1;
  }
}
