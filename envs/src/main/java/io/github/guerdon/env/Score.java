package io.github.guerdon.env;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well a policy does its task over some episodes; a better one compares greater.
 *
 * @param requirementsMet whether the means meet all of the task's requirements and nothing blew up
 * @param shortfall by how much the requirements are missed in sum; 0 if they are met
 * @param value the mean of the metric to maximise; negative infinity if no episode gave one
 * @param metrics the summary of each metric over episodes that did not blow up, {@code survival}
 *     and {@code length} included
 * @param successRate the share of successful episodes; 0 for a task that does not say what success
 *     is
 * @param episodes the number of episodes
 * @param blownUp how many of them blew up
 */
public record Score(
    boolean requirementsMet,
    double shortfall,
    double value,
    Map<String, MetricSummary> metrics,
    double successRate,
    int episodes,
    int blownUp)
    implements Comparable<Score> {

  /** Copies the map. */
  public Score {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    if (Double.isNaN(value) || Double.isNaN(shortfall)) {
      throw new IllegalArgumentException("a score is a number");
    }
  }

  /**
   * Ranks who meets the requirements above all who do not, these by the shortfall; then by value.
   * Scores of the same rank need not be equal.
   */
  @Override
  public int compareTo(Score other) {
    int met = Boolean.compare(requirementsMet, other.requirementsMet);
    if (met != 0) {
      return met;
    }
    int nearer = Double.compare(other.shortfall, shortfall);
    return nearer != 0 ? nearer : Double.compare(value, other.value);
  }

  /**
   * A metric's summary over episodes.
   *
   * @param mean its mean
   * @param sd its standard deviation over episodes (divided by n)
   * @param min its smallest value
   * @param max its largest value
   */
  public record MetricSummary(double mean, double sd, double min, double max) {

    /**
     * Sums up some values.
     *
     * @param values at least one
     */
    public static MetricSummary of(double[] values) {
      double sum = 0;
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
      double mean = sum / values.length;
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      return new MetricSummary(mean, Math.sqrt(squares / values.length), min, max);
    }
  }
}
