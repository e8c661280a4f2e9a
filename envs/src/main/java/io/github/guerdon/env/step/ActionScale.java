package io.github.guerdon.env.step;

import io.github.guerdon.env.ActionMode;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.MocapControl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a policy's numbers in [−1, 1] into controls within each actuator's range, and into the way
 * that a mocap body is moved.
 */
public final class ActionScale {

  private final boolean[] moves;
  private final double[] low;
  private final double[] high;

  private final double unit;
  private final double span;
  private final double @Nullable [] center;

  /** Makes the scale of some actuators, in their order. */
  public ActionScale(List<Element> actuators) {
    this(actuators, ActionMode.DIRECT, null);
  }

  /**
   * Knows the ranges.
   *
   * @param center the controls that actions are offsets from, or null where they span the ranges
   */
  public ActionScale(List<Element> actuators, ActionMode mode, double @Nullable [] center) {
    unit = mode.scale();
    span = mode.span();
    this.center = center;
    moves = new boolean[actuators.size()];
    for (int i = 0; i < moves.length; i++) {
      moves[i] = actuators.get(i).type().equals(MocapControl.TYPE);
    }
    low = actuators.stream().mapToDouble(a -> a.range().low()).toArray();
    high = actuators.stream().mapToDouble(a -> a.range().high()).toArray();
  }

  /** Returns the controls that stand for those before an episode's first. */
  public double[] neutral() {
    double[] controls = center == null ? new double[low.length] : center.clone();
    for (int i = 0; i < controls.length; i++) {
      controls[i] = Math.max(low[i], Math.min(high[i], controls[i]));
    }
    return controls;
  }

  double[] low() {
    return low.clone();
  }

  double[] high() {
    return high.clone();
  }

  /**
   * Scales clipped actions; an actuator without a range takes the clipped action times the scale,
   * as it is or as an offset. A mocap body's way is always the whole of its range.
   */
  public void scale(float[] actions, double[] controls) {
    int size = low.length;
    for (int at = 0; at < controls.length; at++) {
      double action = Math.max(-1, Math.min(1, actions[at]));
      require(action, at);
      if (moves[at % size]) {
        controls[at] = high[at % size] * action;
        continue;
      }
      if (center != null) {
        double control = center[at % size] + unit * action;
        controls[at] = Math.max(low[at % size], Math.min(high[at % size], control));
        continue;
      }
      double from = low[at % size];
      double range = high[at % size] - from;
      controls[at] =
          Double.isInfinite(range) ? unit * action : from + 0.5 * (span * action + 1) * range;
    }
  }

  /** Clips controls to their ranges. */
  void clip(double[] given, double[] controls) {
    int size = low.length;
    for (int at = 0; at < controls.length; at++) {
      require(given[at], at);
      controls[at] = Math.max(low[at % size], Math.min(high[at % size], given[at]));
    }
  }

  private void require(double value, int at) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          "action "
              + at % low.length
              + " of world "
              + at / low.length
              + " is not a number; stop when a policy diverges");
    }
  }
}
