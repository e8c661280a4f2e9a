package io.github.guerdon.sandbox.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the strongest wall behind which a cell proves its seal, and starts cells behind it. One
 * start at a time.
 */
final class WallSearch {

  private static final int ATTEMPTS = 3;

  private final CellSettings settings;
  private final CellStarter starter;
  private @Nullable Wall found;

  WallSearch(CellSettings settings, CellStarter starter) {
    this.settings = settings;
    this.starter = starter;
  }

  /**
   * Starts a cell that has proven its seal.
   *
   * @throws SealException if none can
   * @throws UncheckedIOException if it cannot be started
   */
  EmptyCell start() {
    return found == null ? search() : again(found);
  }

  private EmptyCell search() {
    List<String> refusals = new ArrayList<>();
    IOException last = new IOException("no wall was tried");
    boolean greeted = false;
    for (Wall wall : Wall.values()) {
      if (wall.level() > settings.strongest() || (wall == Wall.NONE && !settings.weakAllowed())) {
        continue;
      }
      try {
        EmptyCell cell = attempt(wall);
        greeted = true;
        if (cell.level() >= wall.level()) {
          found = wall;
          return cell;
        }
        cell.close();
        refusals.add(wall.words() + ": " + String.join("; ", cell.greeting().evidence().phrases()));
      } catch (IOException e) {
        last = e;
        refusals.add(wall.words() + ": " + e.getMessage());
      }
    }
    if (!greeted && !refusals.isEmpty()) {
      throw new UncheckedIOException("a reward cell cannot be started: " + last.getMessage(), last);
    }
    throw new SealException(
        0,
        "sandbox level 0: reward code would run in a plain process, and level 1 is the least"
            + " allowed; use a kernel with seccomp, or allow it with --allow-weak-sandbox"
            + (refusals.isEmpty() ? "" : " (" + String.join(" | ", refusals) + ")"));
  }

  /** Starts a cell, again if somebody killed it: that says nothing about the wall. */
  private EmptyCell attempt(Wall wall) throws IOException {
    for (int left = ATTEMPTS - 1; ; left--) {
      try {
        return starter.start(wall);
      } catch (IOException e) {
        boolean killed =
            e.getCause() instanceof CellFailure failure
                && failure.cause() instanceof CellFailure.Killed;
        if (!killed || left == 0) {
          throw e;
        }
      }
    }
  }

  /** Starts one more, which has to prove as much as the first. */
  private EmptyCell again(Wall wall) {
    try {
      EmptyCell cell = attempt(wall);
      if (cell.level() < wall.level()) {
        cell.close();
        throw new IOException(
            "it proved level %d, not %d as before".formatted(cell.level(), wall.level()));
      }
      return cell;
    } catch (IOException e) {
      throw new UncheckedIOException("a reward cell cannot be started: " + e.getMessage(), e);
    }
  }
}
