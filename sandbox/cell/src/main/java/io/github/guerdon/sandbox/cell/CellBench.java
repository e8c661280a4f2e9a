package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.Action;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.SlotReward;
import io.github.guerdon.reward.slot.SlotState;
import io.github.guerdon.reward.slot.SlotTerms;
import java.io.IOException;
import java.util.Arrays;

/** Measures what a cell costs, with real cells on this machine. */
public final class CellBench {

  private static final int ROUNDS = 20_000;
  private static final long STEP_NANOS = 300_000;
  private static final double MICRO = 1e3;

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
   * What guards within a reward's class cost it, in µs a frame.
   *
   * @param worlds the frame's
   * @param transport a reward that does nothing
   * @param plain the reward without guards
   * @param guarded the reward with them
   */
  public record Overhead(int worlds, double transport, double plain, double guarded) {

    /** Returns the guards' time as a share of the reward's own. */
    public double share() {
      return (guarded - plain) / (plain - transport);
    }
  }

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
    return overhead(settings, guarded, plain, spec, ROUNDS);
  }

  static Overhead overhead(
      CellSettings settings, RewardProgram guarded, RewardProgram plain, CellSpec spec, int rounds)
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
      BlankStep step = new BlankStep(plain, spec, worlds);
      for (Cell cell : new Cell[] {first, second, third}) {
        nanos(cell, step, rounds, 0);
      }
      return new Overhead(
          worlds,
          at(nanos(first, step, rounds, 0), 0.5),
          at(nanos(second, step, rounds, 0), 0.5),
          at(nanos(third, step, rounds, 0), 0.5));
    }
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
    return sorted[(int) (share * sorted.length)] / MICRO;
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
