package io.github.guerdon.generator.report;

import java.util.Arrays;
import java.util.List;

/** The statistics that reports give of fitness over seeds. */
public final class Statistics {

  private static final double QUARTER = 0.25;

  private Statistics() {}

  /** Returns the values as an array, in their order. */
  public static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns the mean; not a number if there are no values. */
  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /**
   * Returns the interquartile mean: the mean of the middle half, where a value that a quartile cuts
   * counts by the part that is inside. Not a number if there are no values.
   */
  public static double interquartileMean(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double cut = QUARTER * sorted.length;
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      double inside = Math.min(i + 1, sorted.length - cut) - Math.max(i, cut);
      // A value outside may be infinite, and 0 times that is no number.
      sum += inside > 0 ? inside * sorted[i] : 0;
    }
    return sum / (sorted.length - 2 * cut);
  }

  /** Returns the standard deviation (divided by n − 1); not a number if there are less than two. */
  static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  /**
   * Returns how probably one of the first is greater than one of the others (Mann and Whitney);
   * equals count half.
   */
  static double improvement(double[] ones, double[] others) {
    double wins = 0;
    for (double one : ones) {
      for (double other : others) {
        wins += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return wins / (ones.length * (double) others.length);
  }
}
