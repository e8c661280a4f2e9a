package io.github.guerdon.generator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.search.Fakes;
import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BootstrapTest {

  @Test
  void intervalOfManyValuesIsThatOfTheNormalDistribution() {
    Seeds random = Seeds.stream(11);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      values.add(10 + 2 * random.nextGaussian());
    }
    Bootstrap.Interval interval = Bootstrap.of(values);
    double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
    assertThat(interval.low()).isCloseTo(mean - 1.96 * 2 / 20, within(0.03));
    assertThat(interval.high()).isCloseTo(mean + 1.96 * 2 / 20, within(0.03));
  }

  @Test
  void sameValuesInAnyOrderGiveTheSameInterval() {
    assertThat(Bootstrap.of(List.of(3.0, 1.0, 2.0)))
        .isEqualTo(Bootstrap.of(List.of(1.0, 2.0, 3.0)));
  }

  @Test
  void intervalOfThreeValuesReachesFromTheSmallestToTheLargest() {
    // The smallest mean comes once in 27 resamples: more often than the tail is wide.
    assertThat(Bootstrap.of(List.of(1.0, 2.0, 6.0))).isEqualTo(new Bootstrap.Interval(1, 6));
  }

  @Test
  void nothingHasNoInterval() {
    assertThat(Bootstrap.of(List.of()).low()).isNaN();
  }

  @Test
  void failedTrainingIsCountedAndNotAveraged() {
    Fresh fresh =
        Fresh.of(
            List.of(
                new Outcome.Completed("a", Fakes.result(2, 10)),
                new Outcome.Crashed("b", CrashCause.MEMORY, "heap", 3),
                new Outcome.Completed("c", Fakes.result(4, 10))));
    assertThat(fresh).isEqualTo(new Fresh(3, 2, 4, 3, 2, 4, List.of(2.0, 4.0), 1, 2));
    assertThat(fresh.seeds()).isEqualTo(3);
  }
}
