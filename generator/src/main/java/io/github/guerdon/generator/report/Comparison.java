package io.github.guerdon.generator.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How the winner compares with a baseline on the same fresh seeds.
 *
 * @param difference the difference of their interquartile means, above 0 if the winner's is greater
 * @param low lower end of its 95 % stratified bootstrap interval
 * @param high upper end
 * @param improvement the probability that a training with the winner beats one with the baseline
 * @param improvementLow lower end of its 95 % stratified bootstrap interval
 * @param improvementHigh upper end
 * @param standing what that amounts to
 * @param bound lower end of the one-sided 95 % bootstrap interval of the difference
 * @param margin how much worse is still as good: 10 % of the baseline's score above a random
 *     policy's; not a number if nobody knows that
 */
public record Comparison(
    double difference,
    double low,
    double high,
    double improvement,
    double improvementLow,
    double improvementHigh,
    Standing standing,
    double bound,
    double margin) {

  private static final double MARGIN = 0.1;
  private static final double ONE_SIDED = 0.05;

  /** Checks for null. */
  public Comparison {
    Objects.requireNonNull(standing);
  }

  /** What a comparison amounts to. */
  public enum Standing {
    /** Better, beyond noise. */
    ABOVE,
    /**
     * Not shown to be better, but to be worse by no more than the margin, with no fewer seeds that
     * meet the requirements and no more failed ones.
     */
    NON_INFERIOR,
    /** Apart by no more than noise, or nobody can say. */
    TIED,
    /** Worse, beyond noise, or the requirements are met with fewer seeds. */
    BELOW;

    /** Returns the name as a table has it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the name as it stands before the baseline's in a sentence. */
    public String words() {
      return switch (this) {
        case ABOVE, BELOW -> word();
        case NON_INFERIOR -> word() + " to";
        case TIED -> word() + " with";
      };
    }
  }

  /**
   * Compares.
   *
   * @param noise standard deviation of fitness between seeds; not a number if unknown
   * @param random a random policy's fitness; not a number if unknown
   */
  static Comparison of(Fresh winner, Fresh baseline, double noise, double random) {
    List<List<Double>> strata = List.of(winner.values(), baseline.values());
    Bootstrap.Resamples differences = Bootstrap.resample(strata, Comparison::difference);
    Bootstrap.Interval difference = differences.interval(Bootstrap.TAIL);
    Bootstrap.Interval improvement =
        Bootstrap.of(strata, s -> Statistics.improvement(s.get(0), s.get(1)));
    List<double[]> values =
        List.of(Statistics.array(winner.values()), Statistics.array(baseline.values()));
    double gap = difference(values);
    double band = Assessment.band(noise, Math.min(winner.seeds(), baseline.seeds()));
    double bound = differences.interval(ONE_SIDED).low();
    double margin = MARGIN * (baseline.iqm() - random);
    Standing standing = standing(winner, baseline, gap, band, difference);
    boolean withinMargin = margin > 0 && bound > -margin && winner.failed() <= baseline.failed();
    return new Comparison(
        gap,
        difference.low(),
        difference.high(),
        Statistics.improvement(values.get(0), values.get(1)),
        improvement.low(),
        improvement.high(),
        standing == Standing.TIED && withinMargin ? Standing.NON_INFERIOR : standing,
        bound,
        margin);
  }

  /**
   * Says how the winner compares with the baseline of that name; unless it is better or worse also
   * what is known of the margin.
   */
  public String sentence(String name) {
    return String.format(
        Locale.ROOT,
        "The winner is %s %s%s: difference of IQMs %.4g [%.4g, %.4g], probability of improvement %.2f [%.2f, %.2f].%s",
        standing.words(),
        name,
        reason(),
        difference,
        low,
        high,
        improvement,
        improvementLow,
        improvementHigh,
        withinMargin());
  }

  private String withinMargin() {
    boolean undecided = standing == Standing.NON_INFERIOR || standing == Standing.TIED;
    return undecided && margin > 0
        ? String.format(
            Locale.ROOT,
            " It is %s as good within %.0f %% of the other's score above random: the difference is above %.4g at 95 %%, the margin is %.4g.",
            standing == Standing.NON_INFERIOR ? "shown to be" : "not shown to be",
            100 * MARGIN,
            bound,
            margin)
        : "";
  }

  /** Says what the numbers do not show: that it is the requirements that put the winner below. */
  private String reason() {
    return standing == Standing.BELOW && !(high < 0)
        ? ", as fewer of its seeds meet the requirements"
        : "";
  }

  private static double difference(List<double[]> both) {
    return Statistics.interquartileMean(both.get(0)) - Statistics.interquartileMean(both.get(1));
  }

  private static Standing standing(
      Fresh winner, Fresh baseline, double gap, double band, Bootstrap.Interval difference) {
    if (winner.requirementsMet() < baseline.requirementsMet()) {
      return Standing.BELOW;
    }
    if (!(Math.abs(gap) > band)) {
      return Standing.TIED;
    }
    // What failed is in no mean, so that more failures cannot make it better.
    if (difference.low() > 0 && winner.failed() <= baseline.failed()) {
      return Standing.ABOVE;
    }
    return difference.high() < 0 ? Standing.BELOW : Standing.TIED;
  }
}
