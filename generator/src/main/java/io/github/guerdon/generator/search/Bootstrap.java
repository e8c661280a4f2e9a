package io.github.guerdon.generator.search;

import io.github.guerdon.generator.design.Seeds;
import java.util.Arrays;
import java.util.List;

/**
 * Percentile bootstrap of a mean, with a fixed seed: the same values give the same interval.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron, 1979</a>
 */
final class Bootstrap {

  private static final int RESAMPLES = 10_000;
  private static final double TAIL = 0.025;
  private static final long SEED = 1979;

  private Bootstrap() {}

  /** Two ends of an interval. */
  record Interval(double low, double high) {}

  /** Returns the 95 % interval of the mean; not numbers if there are no values. */
  static Interval of(List<Double> values) {
    if (values.isEmpty()) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double[] numbers = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Seeds random = Seeds.stream(SEED);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int k = 0; k < numbers.length; k++) {
        sum += numbers[random.nextInt(numbers.length)];
      }
      means[i] = sum / numbers.length;
    }
    Arrays.sort(means);
    int cut = (int) (TAIL * RESAMPLES);
    return new Interval(means[cut], means[RESAMPLES - 1 - cut]);
  }
}
