package io.github.guerdon.env.step;

import io.github.guerdon.env.ActionMode;
import io.github.guerdon.env.Tape;
import java.io.IOException;

/** Delays controls and smooths them before the actuators get them; a memory for each world. */
public final class ActionFilter {

  private final ActionMode mode;
  private final double[] neutral;
  private final double[] applied;
  private final double[][] waiting;
  private final int[] next;

  /**
   * Makes the memories.
   *
   * @param neutral the controls that stand for those before an episode's first
   */
  public ActionFilter(ActionMode mode, double[] neutral, int worlds) {
    this.mode = mode;
    this.neutral = neutral.clone();
    applied = new double[worlds * neutral.length];
    waiting = new double[mode.delay()][worlds * neutral.length];
    next = new int[worlds];
  }

  /** Forgets the controls of a world's last episode. */
  public void begin(int world) {
    int from = world * neutral.length;
    System.arraycopy(neutral, 0, applied, from, neutral.length);
    for (double[] row : waiting) {
      System.arraycopy(neutral, 0, row, from, neutral.length);
    }
    next[world] = 0;
  }

  /** Returns what the actuators get when these controls are asked for. */
  public double[] apply(double[] asked) {
    if (mode.immediate()) {
      return asked;
    }
    for (int world = 0; world < next.length; world++) {
      double[] due = mode.delay() == 0 ? asked : waiting[next[world]];
      for (int at = world * neutral.length; at < (world + 1) * neutral.length; at++) {
        double target = due[at];
        if (mode.delay() > 0) {
          due[at] = asked[at];
        }
        applied[at] =
            mode.lowPass() == 1 ? target : applied[at] + mode.lowPass() * (target - applied[at]);
      }
      next[world] = mode.delay() == 0 ? 0 : (next[world] + 1) % mode.delay();
    }
    return applied;
  }

  void pass(Tape tape) throws IOException {
    tape.array(applied);
    for (double[] row : waiting) {
      tape.array(row);
    }
    tape.array(next);
  }
}
