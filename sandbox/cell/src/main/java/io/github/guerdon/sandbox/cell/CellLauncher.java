package io.github.guerdon.sandbox.cell;

import com.sun.jna.Platform;
import io.github.guerdon.reward.slot.RewardProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts cells, keeps one ready ahead of time, and ends those that are late; for many threads.
 *
 * <p>The first cell decides how strongly all are sealed: the strongest wall behind which a real
 * cell proves its seal. A candidate is sent to no other.
 */
public final class CellLauncher implements AutoCloseable {

  private static final long WATCH_MILLIS = 20;

  private final CellStarter starter;
  private final CellPool pool;
  private final ScheduledExecutorService watchdog;

  private CellLauncher(CellSettings settings) {
    starter = new CellStarter(settings);
    pool = new CellPool(new WallSearch(settings, starter));
    watchdog = Executors.newSingleThreadScheduledExecutor(Threads.daemon("cell-watchdog"));
    var unused =
        watchdog.scheduleAtFixedRate(
            starter::killLate, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Makes ready to start cells; nothing is started yet.
   *
   * @throws SealException on a system that cannot run cells
   */
  public static CellLauncher open(CellSettings settings) {
    if (!Platform.isLinux()) {
      throw new SealException(
          0,
          "sandbox level 0: a cell needs Linux to be sealed, this is "
              + System.getProperty("os.name")
              + "; run guerdon on Linux, in a virtual machine or a container");
    }
    return new CellLauncher(settings);
  }

  /**
   * Loads a candidate into a cell that has proven its seal and has held no other.
   *
   * @throws CellFailure if the candidate cannot be loaded
   * @throws SealException if no cell can prove a seal and none is asked to run without
   * @throws UncheckedIOException if no cell can be started
   * @throws IllegalArgumentException if frames of so many worlds would be too long
   */
  public Cell start(RewardProgram program, CellSpec spec) throws CellFailure {
    FrameShape shape = FrameShape.of(program, spec);
    Cell cell = new Cell(pool.take(), shape);
    boolean ready = false;
    try {
      cell.load(program, spec);
      ready = true;
      return cell;
    } finally {
      if (!ready) {
        cell.close();
      }
      pool.refill();
    }
  }

  /**
   * Returns how strongly cells are sealed: 3 behind namespaces, 2 behind Landlock, 1 by the filter
   * of system calls alone (which 3 and 2 have too), 0 not at all. Starts a cell if none has run.
   *
   * @throws SealException if no cell can prove a seal and none is asked to run without
   * @throws UncheckedIOException if no cell can be started
   */
  public int sandboxLevel() {
    return pool.first().level();
  }

  /** Returns the proof of {@link #sandboxLevel}, a phrase each; as it throws. */
  public List<String> sandboxProof() {
    return pool.first().proof();
  }

  /** Returns the outermost process of each cell, with or without a candidate. */
  Set<Long> pids() {
    return starter.pids();
  }

  /** Ends all cells and the launcher's threads. */
  @Override
  public void close() {
    watchdog.shutdown();
    starter.close();
    pool.close();
    try {
      starter.release();
    } catch (IOException e) {
      throw new UncheckedIOException("the launcher's folder cannot be deleted", e);
    }
  }
}
