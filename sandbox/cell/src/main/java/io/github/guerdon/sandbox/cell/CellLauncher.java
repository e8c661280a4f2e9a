package io.github.guerdon.sandbox.cell;

import com.sun.jna.LastErrorException;
import io.github.guerdon.reward.slot.RewardProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Starts cells and ends those that are late; for many threads. */
public final class CellLauncher implements AutoCloseable {

  private static final long WATCH_MILLIS = 20;

  private final CellSettings settings;
  private final SecureRandom nonces = new SecureRandom();
  private final Set<Cell> cells = ConcurrentHashMap.newKeySet();

  /** Lives as long as the launcher: a child's death signal follows the thread that started it. */
  private final ExecutorService spawner;

  private final ScheduledExecutorService watchdog;
  private final ScheduledFuture<?> watch;

  private CellLauncher(CellSettings settings) {
    this.settings = settings;
    spawner = Executors.newSingleThreadExecutor(daemon("cell-spawner"));
    watchdog = Executors.newSingleThreadScheduledExecutor(daemon("cell-watchdog"));
    watch =
        watchdog.scheduleAtFixedRate(
            () -> cells.forEach(Cell::killIfLate),
            WATCH_MILLIS,
            WATCH_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /** Makes ready to start cells. */
  public static CellLauncher open(CellSettings settings) {
    return new CellLauncher(settings);
  }

  /**
   * Starts a cell and loads a candidate into it.
   *
   * @throws CellFailure if the candidate cannot be loaded
   * @throws UncheckedIOException if the cell cannot be started or not prove its limits, before it
   *     gets the candidate
   * @throws IllegalArgumentException if frames of so many worlds would be too long
   */
  public Cell start(RewardProgram program, CellSpec spec) throws CellFailure {
    Cell cell = begin(FrameShape.of(program, spec));
    boolean ready = false;
    try {
      cell.load(program, spec);
      ready = true;
      return cell;
    } finally {
      if (!ready) {
        cell.close();
      }
    }
  }

  /** Returns how strongly its cells are sealed: 0, plain processes with limits. */
  public int sandboxLevel() {
    return 0;
  }

  /** Ends all cells and the launcher's threads. */
  @Override
  public void close() {
    spawner.shutdown();
    cells.forEach(Cell::close);
    watch.cancel(false);
    watchdog.shutdown();
  }

  private Cell begin(FrameShape shape) {
    try (CellCommand command = new CellCommand(settings)) {
      Cell cell = new Cell(spawn(command), nonces.nextLong(), settings, shape, cells::remove);
      cells.add(cell);
      boolean proven = false;
      try {
        long parent = ProcessHandle.current().pid();
        cell.begin(new Limits(parent, command.dataBytes(), settings.cpuTime().toSeconds()));
        proven = true;
        return cell;
      } finally {
        if (!proven) {
          cell.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a reward cell cannot be started: " + e.getMessage(), e);
    }
  }

  private CellProcess spawn(CellCommand command) {
    Future<CellProcess> process = spawner.submit(() -> CellProcess.start(command.words()));
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.get();
        } catch (InterruptedException e) {
          // Starting takes milliseconds, and a process that nobody waits for would be lost.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause instanceof IOException || cause instanceof LastErrorException
          ? new UncheckedIOException(
              "a reward cell cannot be started: " + cause.getMessage(), new IOException(cause))
          : new IllegalStateException(cause);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
