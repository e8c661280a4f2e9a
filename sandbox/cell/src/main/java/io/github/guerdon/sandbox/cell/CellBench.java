package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.Action;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.SlotReward;
import io.github.guerdon.reward.slot.SlotState;
import io.github.guerdon.reward.slot.SlotTerms;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Measures what a cell costs, with real cells on this machine. */
public final class CellBench {

  private static final int ROUNDS = 20_000;
  private static final long STEP_NANOS = 300_000;
  private static final double MICRO = 1e3;

  /** Frames in a row of one cell, before it is another's turn. */
  private static final int BLOCK = 20;

  private static final int BLOCKS = 200;

  /** So many that the rewards' own time stands out of the way there and back. */
  private static final int CALLS = 500;

  /** The share of a block's frames that count as quick. */
  private static final double QUICK = 0.1;

  /** The two-sided 95 % quantile of the standard normal distribution. */
  private static final double QUANTILE = 1.96;

  private CellBench() {}

  /**
   * Round trips of one frame, in µs: filled, sent, evaluated, received.
   *
   * @param level the level that the cell has proven
   * @param worlds the frame's
   * @param busy the median back to back, as long as both processes are awake
   * @param busyTail what nine in ten stay below
   * @param idle the median after a step's worth of other work, where the cell has to be woken
   * @param idleTail what nine in ten stay below
   */
  public record RoundTrip(
      int level, int worlds, double busy, double busyTail, double idle, double idleTail) {}

  /**
   * What guards within a reward's class cost it.
   *
   * @param own what a call of the reward without guards takes, in ns, its host's part left out
   * @param share what guards add to that, as a share of it
   * @param low the lower end of the 95 % interval of {@code share}
   * @param high its upper end
   */
  public record Overhead(double own, double share, double low, double high) {}

  /** Measures round trips of a program at the strongest level that can be proven. */
  public static RoundTrip roundTrip(
      CellSettings settings, RewardProgram program, CellSpec spec, int worlds) throws CellFailure {
    return roundTrip(settings, program, spec, worlds, ROUNDS);
  }

  static RoundTrip roundTrip(
      CellSettings settings, RewardProgram program, CellSpec spec, int worlds, int rounds)
      throws CellFailure {
    try (CellLauncher launcher = CellLauncher.open(settings);
        Cell cell = launcher.start(program, spec)) {
      BlankStep step = new BlankStep(program, spec, worlds);
      nanos(cell, step, rounds, 0);
      double[] busy = nanos(cell, step, rounds, 0);
      double[] idle = nanos(cell, step, rounds / 10, STEP_NANOS);
      return new RoundTrip(
          cell.sandboxLevel(), worlds, at(busy, 0.5), at(busy, 0.9), at(idle, 0.5), at(idle, 0.9));
    }
  }

  /**
   * Measures what guards cost a reward.
   *
   * @param guarded the class as the critic makes it
   * @param plain the same reward without fuel and instrumentation, with the same table and terms
   */
  public static Overhead overhead(
      CellSettings settings, RewardProgram guarded, RewardProgram plain, CellSpec spec)
      throws CellFailure, IOException {
    return overhead(settings, guarded, plain, spec.withCalls(CALLS), BLOCKS);
  }

  static Overhead overhead(
      CellSettings settings, RewardProgram guarded, RewardProgram plain, CellSpec spec, int blocks)
      throws CellFailure, IOException {
    RewardProgram nothing =
        new RewardProgram(
            Nothing.class.getName(),
            Rehearsal.bytes(Nothing.class),
            plain.table(),
            plain.terms(),
            plain.readsStart());
    int worlds = spec.maxWorlds();
    try (CellLauncher launcher = CellLauncher.open(settings);
        Cell first = launcher.start(nothing, spec);
        Cell second = launcher.start(plain, spec);
        Cell third = launcher.start(guarded, spec)) {
      List<Cell> cells = List.of(first, second, third);
      BlankStep step = new BlankStep(plain, spec, worlds);
      for (Cell cell : cells) {
        nanos(cell, step, blocks, 0);
      }
      double[] own = new double[blocks];
      double[] shares = new double[blocks];
      for (int i = 0; i < blocks; i++) {
        // In turns and close to each other, as a machine's speed drifts by more than guards cost;
        // the quick frames are those that nothing else disturbed.
        double[] quick = new double[cells.size()];
        for (int k = 0; k < quick.length; k++) {
          int cell = (i + k) % quick.length;
          quick[cell] = quantile(nanos(cells.get(cell), step, BLOCK, 0), QUICK);
        }
        own[i] = (quick[1] - quick[0]) / worlds / spec.calls();
        shares[i] = (quick[2] - quick[1]) / (quick[1] - quick[0]);
      }
      return overhead(sorted(own), sorted(shares));
    }
  }

  private static Overhead overhead(double[] own, double[] shares) {
    // The median's interval by its order statistics, in the normal approximation of the binomial.
    double away = QUANTILE / 2 / Math.sqrt(shares.length);
    return new Overhead(
        quantile(own, 0.5),
        quantile(shares, 0.5),
        quantile(shares, Math.max(0, 0.5 - away)),
        quantile(shares, 0.5 + away));
  }

  private static double[] sorted(double[] values) {
    Arrays.sort(values);
    return values;
  }

  /** Returns the sorted times of so many frames, each after a while of other work. */
  private static double[] nanos(Cell cell, BlankStep step, int rounds, long gap)
      throws CellFailure {
    double[] nanos = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long from = System.nanoTime();
      while (System.nanoTime() - from < gap) {
        Thread.onSpinWait();
      }
      from = System.nanoTime();
      step.fill(cell.frame());
      cell.evaluate(step.worlds(), cell.frame());
      nanos[i] = System.nanoTime() - from;
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static double at(double[] sorted, double share) {
    return quantile(sorted, share) / MICRO;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }

  /** A reward that does nothing. */
  public static final class Nothing implements SlotReward {

    /** For the loader. */
    public Nothing() {}

    @Override
    public void reward(SlotState before, Action action, SlotState after, SlotTerms terms) {
      // What is left is the way there and back.
    }
  }
}
