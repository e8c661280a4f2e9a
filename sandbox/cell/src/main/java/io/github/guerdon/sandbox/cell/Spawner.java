package io.github.guerdon.sandbox.cell;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A thread that starts processes and lives as long as they may: a child's death signal follows the
 * thread that started it, and its Landlock domain is the thread's.
 */
final class Spawner implements AutoCloseable {

  private final ExecutorService thread;

  private Spawner(String name) {
    thread = Executors.newSingleThreadExecutor(Threads.daemon(name));
  }

  /** Makes a thread like any other. */
  static Spawner plain() {
    return new Spawner("cell-spawner");
  }

  /**
   * Makes a thread that, with all its children, may read these files only.
   *
   * @throws IOException if the kernel cannot do that
   */
  static Spawner restricted(Collection<Path> readable) throws IOException {
    Spawner spawner = new Spawner("cell-spawner-landlocked");
    boolean done = false;
    try {
      spawner.run(
          () -> {
            Landlock.restrict(readable);
            return true;
          });
      done = true;
      return spawner;
    } finally {
      if (!done) {
        spawner.close();
      }
    }
  }

  CellProcess start(List<String> command) throws IOException {
    return new CellProcess(run(() -> CellProcess.start(command)));
  }

  private <T> T run(Callable<T> task) throws IOException {
    Future<T> result = thread.submit(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          // Starting takes milliseconds, and a process that nobody waits for would be lost.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw new IOException(cause.getMessage(), cause);
      }
      if (e.getCause() instanceof LastErrorException cause) {
        throw new IOException(Errno.name(cause.getErrorCode()), cause);
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
