package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.RewardProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures a cell's start and its round trip; run by hand: {@code java -cp … CellBench}. */
final class CellBench {

  private static final int STARTS = 15;
  private static final int ROUNDS = 50_000;

  private CellBench() {}

  public static void main(String[] arguments) throws CellFailure {
    RewardProgram program =
        Candidates.body(
            "Vector3 v = after.frame(0).velocity();",
            "double upright = Shape.tolerance(after.scalar(1).position(), -0.1, 0.1, 0.3);",
            "terms.add(0, 1.5 * v.x() + 0.1 * after.frame(0).up().z() + upright);",
            "terms.add(1, -0.001 * action.sumOfSquares() - 0.01 * Math.abs(v.y()));");
    try (CellLauncher launcher = CellLauncher.open(CellSettings.defaults())) {
      starts(launcher, program);
      try (Cell cell = launcher.start(program, Candidates.SPEC)) {
        for (int worlds : new int[] {1, 8, 64}) {
          roundTrips(cell, worlds, ROUNDS, 0);
        }
        roundTrips(cell, 64, ROUNDS / 10, 500_000);
      }
    }
  }

  private static void starts(CellLauncher launcher, RewardProgram program) throws CellFailure {
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long from = System.nanoTime();
      Cell cell = launcher.start(program, Candidates.SPEC);
      micros.add((System.nanoTime() - from) / 1000);
      cell.close();
    }
    micros.sort(null);
    System.out.printf(
        "start to READY: median %d ms, max %d ms%n",
        micros.get(STARTS / 2) / 1000, micros.get(STARTS - 1) / 1000);
  }

  /** Fills and evaluates back to back, or after some µs of other work as in a training. */
  private static void roundTrips(Cell cell, int worlds, int rounds, long gapNanos)
      throws CellFailure {
    Frame frame = cell.frame();
    Step step = new Step(worlds);
    long[] nanos = new long[rounds];
    for (int i = -rounds / 2; i < rounds; i++) {
      long from = System.nanoTime();
      while (System.nanoTime() - from < gapNanos) {
        Thread.onSpinWait();
      }
      from = System.nanoTime();
      step.fill(frame);
      cell.evaluate(worlds, frame);
      nanos[Math.max(0, i)] = System.nanoTime() - from;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%d worlds x %d slots, gap %d us: median %.1f us, 10 %% %.1f, 90 %% %.1f%n",
        worlds,
        Candidates.TABLE.layout().width(),
        gapNanos / 1000,
        nanos[rounds / 2] / 1e3,
        nanos[rounds / 10] / 1e3,
        nanos[rounds * 9 / 10] / 1e3);
  }
}
