package io.github.guerdon.sandbox.cell;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one empty cell ready, so that nobody waits for a JVM to start and to seal itself. */
final class CellPool implements AutoCloseable {

  private static final long LAST_START_SECONDS = 5;

  private final WallSearch walls;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Threads.daemon("cell-starter"));
  private @Nullable Future<EmptyCell> spare;
  private volatile @Nullable EmptyCell first;

  CellPool(WallSearch walls) {
    this.walls = walls;
  }

  /** Returns the first cell of all, which may have ended since; the others prove as much. */
  EmptyCell first() {
    EmptyCell known = first;
    if (known == null) {
      known = result(next(false));
      first = known;
    }
    return known;
  }

  /** Takes a cell that nobody has had. */
  EmptyCell take() {
    while (true) {
      EmptyCell cell = result(next(true));
      if (first == null) {
        first = cell;
      }
      if (cell.dialogue().isOpen()) {
        return cell;
      }
      cell.close();
    }
  }

  /** Starts the next cell, if there is none, and does not wait for it. */
  void refill() {
    try {
      var unused = next(false);
    } catch (RejectedExecutionException closed) {
      // Nobody will take another.
      return;
    }
  }

  /** Waits for the start that is under way, which fails once the starter is closed. */
  @Override
  public void close() {
    thread.shutdown();
    boolean interrupted = false;
    try {
      while (!thread.awaitTermination(LAST_START_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized Future<EmptyCell> next(boolean taken) {
    Future<EmptyCell> next = spare;
    if (next == null) {
      next = thread.submit(walls::start);
    }
    spare = taken ? null : next;
    return next;
  }

  private synchronized void drop(Future<EmptyCell> failed) {
    if (spare == failed) {
      spare = null;
    }
  }

  /** Waits for a start, which has deadlines of its own; a failed one is not kept. */
  private EmptyCell result(Future<EmptyCell> start) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return start.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      drop(start);
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
