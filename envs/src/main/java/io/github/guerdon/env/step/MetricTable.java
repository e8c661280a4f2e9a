package io.github.guerdon.env.step;

import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Tape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sums up each world's metrics over its running episode. */
final class MetricTable {

  private final Metric.Over[] over;
  private final int first;
  private final int count;
  private final double[] start;
  private final double[] state;

  /**
   * Makes a table.
   *
   * @param metrics the task's metrics
   * @param first number of the first metric's expression
   * @param worlds number of worlds
   */
  MetricTable(List<Metric> metrics, int first, int worlds) {
    over = metrics.stream().map(Metric::over).toArray(Metric.Over[]::new);
    this.first = first;
    count = over.length;
    start = new double[worlds * count];
    state = new double[worlds * count];
  }

  /** Begins a world's episode with the values of its start state. */
  void begin(int world, double[] values) {
    for (int i = 0; i < count; i++) {
      int at = world * count + i;
      start[at] = values[first + i];
      state[at] =
          switch (over[i]) {
            case FIRST, LAST, CHANGE -> values[first + i];
            case MIN -> Double.POSITIVE_INFINITY;
            case MAX -> Double.NEGATIVE_INFINITY;
            case SUM, MEAN, FRACTION -> 0;
          };
    }
  }

  /** Adds a step's values. */
  void add(int world, double[] values) {
    for (int i = 0; i < count; i++) {
      int at = world * count + i;
      double value = values[first + i];
      switch (over[i]) {
        case FIRST -> {}
        case LAST, CHANGE -> state[at] = value;
        case MIN -> state[at] = Math.min(state[at], value);
        case MAX -> state[at] = Math.max(state[at], value);
        case SUM, MEAN, FRACTION -> state[at] += value;
      }
    }
  }

  /** Returns a world's metrics after so many steps; without any step those of the start state. */
  List<Double> values(int world, int steps) {
    List<Double> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = world * count + i;
      values.add(
          switch (over[i]) {
            case FIRST, LAST, SUM -> state[at];
            case MIN, MAX -> steps == 0 ? start[at] : state[at];
            case MEAN -> steps == 0 ? start[at] : state[at] / steps;
            case FRACTION -> steps == 0 ? 0 : state[at] / steps;
            case CHANGE -> state[at] - start[at];
          });
    }
    return values;
  }

  void pass(Tape tape) throws IOException {
    tape.array(start);
    tape.array(state);
  }
}
