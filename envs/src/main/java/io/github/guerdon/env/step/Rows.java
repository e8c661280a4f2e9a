package io.github.guerdon.env.step;

import io.github.guerdon.env.Tape;
import java.io.IOException;
import java.util.Arrays;

/**
 * The numbers of a step, a row a world; what one step reached is what the next one left, so that
 * buffers change places.
 */
final class Rows {

  double[] before;
  double[] after;
  final double[] start;
  double[] controls;
  double[] previousControls;
  private final int width;
  private final int actions;

  Rows(int worlds, int width, int actions) {
    this.width = width;
    this.actions = actions;
    before = new double[worlds * width];
    after = new double[worlds * width];
    start = new double[worlds * width];
    controls = new double[worlds * actions];
    previousControls = new double[worlds * actions];
  }

  /** Makes room for the next step's controls. */
  void swapControls() {
    double[] last = controls;
    controls = previousControls;
    previousControls = last;
  }

  /** Makes room for the next step's states. */
  void swapStates() {
    double[] last = after;
    after = before;
    before = last;
  }

  /** Makes a world's present row its episode's first one, with no control before it. */
  void begin(int world) {
    System.arraycopy(after, world * width, start, world * width, width);
    Arrays.fill(controls, world * actions, (world + 1) * actions, 0);
  }

  /** Passes all but the states before the last step, which nothing asks for any more. */
  void pass(Tape tape) throws IOException {
    tape.array(after);
    tape.array(start);
    tape.array(controls);
    tape.array(previousControls);
  }
}
