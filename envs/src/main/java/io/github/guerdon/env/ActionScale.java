package io.github.guerdon.env;

import java.util.List;

/** Turns a policy's numbers in [−1, 1] into controls within each actuator's range. */
final class ActionScale {

  private final double[] low;
  private final double[] high;

  ActionScale(List<Element> actuators) {
    low = actuators.stream().mapToDouble(a -> a.range().low()).toArray();
    high = actuators.stream().mapToDouble(a -> a.range().high()).toArray();
  }

  double[] low() {
    return low.clone();
  }

  double[] high() {
    return high.clone();
  }

  /** Scales clipped actions; an actuator without a range takes the clipped action as it is. */
  void scale(float[] actions, double[] controls) {
    int size = low.length;
    for (int at = 0; at < controls.length; at++) {
      double action = Math.max(-1, Math.min(1, actions[at]));
      require(action, at);
      double from = low[at % size];
      double range = high[at % size] - from;
      controls[at] = Double.isInfinite(range) ? action : from + 0.5 * (action + 1) * range;
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
