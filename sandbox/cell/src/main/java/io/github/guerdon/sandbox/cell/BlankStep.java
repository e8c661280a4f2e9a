package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.RewardProgram;
import java.util.Arrays;

/** A step's arrays for any program, the same small number everywhere. */
final class BlankStep {

  private static final double VALUE = 0.25;

  private final int worlds;
  private final int width;
  private final double[] rows;
  private final double[] controls;
  private final int[] projection;
  private final boolean[] terminal;

  BlankStep(RewardProgram program, CellSpec spec, int worlds) {
    this.worlds = worlds;
    width = program.table().layout().width();
    rows = new double[worlds * width];
    controls = new double[worlds * spec.actuators().size()];
    projection = program.table().layout().indicesIn(program.table().layout());
    terminal = new boolean[worlds];
    Arrays.fill(rows, VALUE);
    Arrays.fill(controls, VALUE);
  }

  int worlds() {
    return worlds;
  }

  void fill(Frame frame) {
    frame.fill(worlds, rows, rows, rows, width, projection, controls, controls, terminal);
  }
}
