package io.github.guerdon.generator.search;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks a search to stop: its trainings are broken off, and what is done is kept. */
public final class Cancellation {

  private boolean asked;
  private boolean expired;
  private @Nullable Thread worker;

  /** Asks the search to stop; may be called from any thread, more than once. */
  public synchronized void cancel() {
    asked = true;
    if (worker != null) {
      worker.interrupt();
    }
  }

  /** Asks the search to stop because its time is over. */
  public synchronized void expire() {
    expired |= !asked;
    cancel();
  }

  /** Returns whether time was the reason to stop. */
  public synchronized boolean expired() {
    return expired;
  }

  /** Returns whether somebody asked. */
  public synchronized boolean cancelled() {
    return asked;
  }

  /**
   * Does long work that ends with a {@link CancellationException} when it is interrupted; nothing
   * if it was.
   */
  <T> Optional<T> interruptibly(Supplier<T> work) {
    if (!begin()) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } catch (CancellationException e) {
      if (!cancelled()) {
        throw e;
      }
      return Optional.empty();
    } finally {
      end();
    }
  }

  private synchronized boolean begin() {
    if (!asked) {
      worker = Thread.currentThread();
    }
    return !asked;
  }

  /** Takes back an interrupt, so that what follows can write its files. */
  private synchronized void end() {
    worker = null;
    if (asked) {
      boolean wasInterrupted = Thread.interrupted();
      asked |= wasInterrupted;
    }
  }
}
