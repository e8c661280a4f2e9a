package io.github.guerdon.generator.search;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Asks a search to stop, or all searches of a batch: trainings are broken off, and what is done is
 * kept.
 */
public final class Cancellation {

  private boolean asked;
  private boolean expired;
  private final Set<Thread> workers = new HashSet<>();

  /** Asks the search to stop; may be called from any thread, more than once. */
  public synchronized void cancel() {
    asked = true;
    workers.forEach(Thread::interrupt);
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
  public <T> Optional<T> interruptibly(Supplier<T> work) {
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
      workers.add(Thread.currentThread());
    }
    return !asked;
  }

  /** Takes back an interrupt, so that what follows can write its files. */
  private synchronized void end() {
    workers.remove(Thread.currentThread());
    if (asked) {
      boolean wasInterrupted = Thread.interrupted();
      asked |= wasInterrupted;
    }
  }
}
