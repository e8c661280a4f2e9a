package io.github.guerdon.generator.report;

import io.github.guerdon.generator.design.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap with a fixed seed: the same values give the same interval. Strata are
 * resampled apart, so that no resample mixes what was measured apart.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron, 1979</a>
 * @see <a href="https://arxiv.org/abs/2108.13264">Agarwal et al., 2021, for strata and the
 *     interquartile mean</a>
 */
public final class Bootstrap {

  private static final int RESAMPLES = 10_000;

  /** What a 95 % interval leaves out at each end. */
  static final double TAIL = 0.025;

  private static final long SEED = 1979;

  private Bootstrap() {}

  /** Two ends of an interval. */
  public record Interval(double low, double high) {}

  /** Returns the 95 % interval of the mean; not numbers if there are no values. */
  public static Interval of(List<Double> values) {
    return of(List.of(values), strata -> Statistics.mean(strata.get(0)));
  }

  /**
   * Returns the 95 % interval of a statistic of strata; not numbers if one of them is empty.
   *
   * @param statistic is given each stratum's resample, unsorted, and must not change it
   */
  public static Interval of(List<List<Double>> strata, ToDoubleFunction<List<double[]>> statistic) {
    return resample(strata, statistic).interval(TAIL);
  }

  /** What a statistic came to on each resample, for any number of intervals. */
  static final class Resamples {

    private final double[] sorted;

    private Resamples(double[] sorted) {
      this.sorted = sorted;
    }

    /** Returns the interval that leaves out so much at each end; not numbers without values. */
    Interval interval(double tail) {
      if (sorted.length == 0) {
        return new Interval(Double.NaN, Double.NaN);
      }
      int cut = (int) (tail * sorted.length);
      return new Interval(sorted[cut], sorted[sorted.length - 1 - cut]);
    }
  }

  /** Resamples strata; nothing if one of them is empty. */
  static Resamples resample(List<List<Double>> strata, ToDoubleFunction<List<double[]>> statistic) {
    if (strata.stream().anyMatch(List::isEmpty)) {
      return new Resamples(new double[0]);
    }
    List<double[]> numbers =
        strata.stream()
            .map(s -> s.stream().mapToDouble(Double::doubleValue).sorted().toArray())
            .toList();
    List<double[]> drawn = numbers.stream().map(double[]::clone).toList();
    Seeds random = Seeds.stream(SEED);
    double[] results = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int s = 0; s < drawn.size(); s++) {
        double[] from = numbers.get(s);
        Arrays.setAll(drawn.get(s), k -> from[random.nextInt(from.length)]);
      }
      results[i] = statistic.applyAsDouble(drawn);
    }
    Arrays.sort(results);
    return new Resamples(results);
  }
}
