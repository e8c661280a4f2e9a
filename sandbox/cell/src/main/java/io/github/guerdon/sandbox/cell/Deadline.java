package io.github.guerdon.sandbox.cell;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A deadline that is set and lifted once a frame, without a timer each time. */
final class Deadline {

  private static final long IDLE = 0;
  private static final long MISSED = 1;

  private final long origin = System.nanoTime();
  private final AtomicLong at = new AtomicLong(IDLE);

  void set(Duration fromNow) {
    at.set(now() + fromNow.toNanos());
  }

  /** Lifts the deadline; returns false if it was missed before. */
  boolean lift() {
    return at.getAndUpdate(value -> value == MISSED ? MISSED : IDLE) != MISSED;
  }

  /** Returns whether the deadline has just been missed; true at most once. */
  boolean missed() {
    long due = at.get();
    return due > MISSED && now() > due && at.compareAndSet(due, MISSED);
  }

  private long now() {
    return System.nanoTime() - origin + MISSED + 1;
  }
}
