package io.github.guerdon.sandbox.executor;

import io.github.guerdon.sandbox.training.TermProbe.Spread;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A growing list of numbers, and what statistics says of it. */
final class Numbers {

  private static final int FIRST_SIZE = 256;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private double[] values = new double[FIRST_SIZE];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }

  double mean() {
    return Arrays.stream(values, 0, size).average().orElse(0);
  }

  /** Returns the share that is exactly 0, by value: −0.0 is 0. */
  double zeros() {
    return size == 0
        ? 0
        : (double) IntStream.range(0, size).filter(i -> values[i] == 0).count() / size;
  }

  Spread spread() {
    if (size == 0) {
      return Spread.NOTHING;
    }
    double[] sorted = toArray();
    Arrays.sort(sorted);
    double mean = mean();
    double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
    return new Spread(
        mean,
        Math.sqrt(squares / size),
        sorted[0],
        quantile(sorted, LOW),
        quantile(sorted, 0.5),
        quantile(sorted, HIGH),
        sorted[size - 1]);
  }

  private static double quantile(double[] sorted, double part) {
    return sorted[(int) Math.round(part * (sorted.length - 1))];
  }

  /**
   * Returns Spearman's rank correlation, equal values having the mean of their ranks; not a number
   * where either of both never changes.
   */
  static double rankCorrelation(double[] first, double[] second) {
    return correlation(ranks(first), ranks(second));
  }

  private static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a] + 0.0, values[b] + 0.0))
            .mapToInt(i -> i)
            .toArray();
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
  }
}
