package io.github.guerdon.sandbox.cell;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Waits for the other end of a pipe, awake as long as its frames come quickly: to be woken takes
 * longer than a frame of few worlds. A wait that was long ends that, for a core is better left to
 * others then; a short one begins it anew.
 */
final class EagerWait {

  /** Longer than most wake-ups, also on a virtual machine. */
  private static final long AWAKE_NANOS = 50_000;

  private final Arrival arrival;
  private final LongSupplier clock;
  private boolean eager = true;
  private long from;

  /** Makes a wait over a clock in ns. */
  EagerWait(Arrival arrival, LongSupplier clock) {
    this.arrival = arrival;
    this.clock = clock;
  }

  /** Returns when something has come, or when the wait is better slept through. */
  void begin() throws IOException {
    from = clock.getAsLong();
    while (eager && !arrival.isHere() && clock.getAsLong() - from < AWAKE_NANOS) {
      Thread.onSpinWait();
    }
  }

  /** Takes note that it has come now. */
  void end() {
    eager = clock.getAsLong() - from < 2 * AWAKE_NANOS;
  }

  /** Says whether a read would find something, the end included, without waiting for it. */
  interface Arrival {
    boolean isHere() throws IOException;
  }
}
