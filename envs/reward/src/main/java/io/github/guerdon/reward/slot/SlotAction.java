package io.github.guerdon.reward.slot;

import io.github.guerdon.reward.Action;
import java.util.List;
import java.util.Objects;

/** Controls in rows: {@code size()} doubles each of the step's and the previous step's controls. */
public final class SlotAction implements Action {

  private final List<String> names;
  private final double[] low;
  private final double[] high;
  private double[] current = {};
  private double[] before = {};
  private int currentBase;
  private int beforeBase;

  /**
   * Makes an unbound action.
   *
   * @param names the actuators' names
   * @param low lower ends of the control ranges; −∞ without a range
   * @param high upper ends; +∞ without a range
   */
  public SlotAction(List<String> names, double[] low, double[] high) {
    this.names = List.copyOf(names);
    this.low = low.clone();
    this.high = high.clone();
    if (low.length != names.size() || high.length != names.size()) {
      throw new IllegalArgumentException(
          names.size()
              + " actuators, but "
              + low.length
              + " lower and "
              + high.length
              + " upper ends");
    }
  }

  /**
   * Points at the controls that {@code current} and {@code previous} hold from these indices on.
   */
  public void bind(double[] current, int currentBase, double[] previous, int previousBase) {
    this.current = current;
    this.currentBase = currentBase;
    this.before = previous;
    this.beforeBase = previousBase;
  }

  @Override
  public double get(int i) {
    return current[currentBase + Objects.checkIndex(i, low.length)];
  }

  @Override
  public double of(String actuator) {
    int i = names.indexOf(actuator);
    if (i < 0) {
      throw new IllegalArgumentException("no actuator '" + actuator + "'; actuators: " + names);
    }
    return get(i);
  }

  @Override
  public double previous(int i) {
    return before[beforeBase + Objects.checkIndex(i, low.length)];
  }

  @Override
  public int size() {
    return low.length;
  }

  @Override
  public double sumOfSquares() {
    double sum = 0;
    for (int i = 0; i < low.length; i++) {
      sum += get(i) * get(i);
    }
    return sum;
  }

  @Override
  public double norm() {
    return Math.sqrt(sumOfSquares());
  }

  @Override
  public double rate() {
    double sum = 0;
    for (int i = 0; i < low.length; i++) {
      double change = get(i) - previous(i);
      sum += change * change;
    }
    return Math.sqrt(sum);
  }

  @Override
  public double normalised(int i) {
    double value = get(i);
    double range = high[i] - low[i];
    return Double.isInfinite(range) || range == 0 ? value : 2 * (value - low[i]) / range - 1;
  }
}
