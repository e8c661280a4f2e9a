package io.github.guerdon.sandbox.training;

import java.util.Objects;

/**
 * One term over a whole training.
 *
 * @param name its normal name
 * @param mean mean of a step's value
 * @param sd standard deviation of a step's value
 * @param min smallest value
 * @param max largest value
 * @param share its mean absolute value over the sum of all terms' mean absolute values; 0 if all
 *     are 0
 * @param first mean over the first tenth of the training
 * @param last mean over the last tenth
 */
public record TermStatistics(
    String name,
    double mean,
    double sd,
    double min,
    double max,
    double share,
    double first,
    double last) {

  /** Checks for null. */
  public TermStatistics {
    Objects.requireNonNull(name);
  }
}
