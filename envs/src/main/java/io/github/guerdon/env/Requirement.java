package io.github.guerdon.env;

import java.util.Locale;
import java.util.Objects;

/**
 * A bound on a metric.
 *
 * @param metric the metric's name
 * @param comparison how it compares with the bound
 * @param bound the bound, in the metric's unit
 */
public record Requirement(String metric, Comparison comparison, double bound) {

  private static final double EQUAL = 1e-9;

  /** Checks that the bound is finite. */
  public Requirement {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(comparison);
    if (!Double.isFinite(bound)) {
      throw new IllegalArgumentException(
          "bound of '" + metric + "' is " + bound + ", must be finite");
    }
  }

  /** How a metric compares with a bound. */
  public enum Comparison {
    AT_LEAST(">="),
    AT_MOST("<="),
    ABOVE(">"),
    BELOW("<"),
    EQUAL("==");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /** Returns the sign as a task file writes it. */
    public String sign() {
      return sign;
    }
  }

  /** Returns whether a value is within the bound; one that is not a number never is. */
  public boolean met(double value) {
    return switch (comparison) {
      case AT_LEAST -> value >= bound - EQUAL;
      case AT_MOST -> value <= bound + EQUAL;
      case ABOVE -> value > bound;
      case BELOW -> value < bound;
      case EQUAL -> Math.abs(value - bound) <= EQUAL;
    };
  }

  /** Returns by how much a value misses the bound, relative to bounds above 1; 0 if it is met. */
  public double shortfall(double value) {
    if (met(value)) {
      return 0;
    }
    double gap = Math.abs(value - bound) / Math.max(1, Math.abs(bound));
    return Double.isNaN(gap) ? Double.POSITIVE_INFINITY : Math.max(gap, EQUAL);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %s %s", metric, comparison.sign(), bound);
  }
}
