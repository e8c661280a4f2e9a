package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.Tape;
import java.io.IOException;

/**
 * Mean and variance of each column of all rows seen so far.
 *
 * <p>Rows are merged a batch at a time (Chan, Golub, LeVeque 1979,
 * http://i.stanford.edu/pub/cstr/reports/cs/tr/79/773/CS-TR-79-773.pdf).
 */
final class RunningMoments {

  private final double[] mean;
  private final double[] squares;
  private double count;

  RunningMoments(int columns) {
    mean = new double[columns];
    squares = new double[columns];
  }

  /** Adds {@code rows} rows of floats. */
  void add(float[] values, int rows) {
    int columns = mean.length;
    double total = count + rows;
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += values[i * columns + j];
      }
      double batchMean = sum / rows;
      double batchSquares = 0;
      for (int i = 0; i < rows; i++) {
        double difference = values[i * columns + j] - batchMean;
        batchSquares += difference * difference;
      }
      double delta = batchMean - mean[j];
      mean[j] += delta * rows / total;
      squares[j] += batchSquares + delta * delta * count * rows / total;
    }
    count = total;
  }

  double[] mean() {
    return mean.clone();
  }

  /** Returns the variances, of the rows as a whole population; 1 before the second row. */
  double[] variance() {
    double[] variance = new double[mean.length];
    for (int j = 0; j < variance.length; j++) {
      variance[j] = variance(j);
    }
    return variance;
  }

  double mean(int column) {
    return mean[column];
  }

  double variance(int column) {
    return count < 2 ? 1 : squares[column] / count;
  }

  void pass(Tape tape) throws IOException {
    tape.array(mean);
    tape.array(squares);
    count = tape.number(count);
  }
}
