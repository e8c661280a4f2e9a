package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.Tape;
import java.io.IOException;
import java.util.Arrays;

/** Sums over the values of each term in one stretch of a training. */
final class TermAccount {

  private long count;
  private final double[] mean;
  private final double[] squares;
  private final double[] absolute;
  private final double[] min;
  private final double[] max;

  TermAccount(int terms) {
    mean = new double[terms];
    squares = new double[terms];
    absolute = new double[terms];
    min = new double[terms];
    max = new double[terms];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
  }

  /** Adds the terms of one world's step, which begin at {@code from} (Welford's update). */
  void add(double[] values, int from) {
    count++;
    for (int k = 0; k < mean.length; k++) {
      double value = values[from + k];
      double delta = value - mean[k];
      mean[k] += delta / count;
      squares[k] += delta * (value - mean[k]);
      absolute[k] += Math.abs(value);
      min[k] = Math.min(min[k], value);
      max[k] = Math.max(max[k], value);
    }
  }

  long count() {
    return count;
  }

  double mean(int term) {
    return mean[term];
  }

  double sd(int term) {
    return count == 0 ? 0 : Math.sqrt(squares[term] / count);
  }

  double min(int term) {
    return count == 0 ? 0 : min[term];
  }

  double max(int term) {
    return count == 0 ? 0 : max[term];
  }

  /** Returns a term's part of all that the terms gave and took. */
  double share(int term) {
    double sum = Arrays.stream(absolute).sum();
    return sum == 0 ? 0 : absolute[term] / sum;
  }

  void pass(Tape tape) throws IOException {
    count = tape.whole(count);
    for (double[] sums : new double[][] {mean, squares, absolute, min, max}) {
      tape.array(sums);
    }
  }
}
