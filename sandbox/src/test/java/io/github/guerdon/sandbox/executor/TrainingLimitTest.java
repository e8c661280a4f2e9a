package io.github.guerdon.sandbox.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training is not late because others use the machine, and does not wait for ever either. */
final class TrainingLimitTest {

  private final TrainingLimit limit = new TrainingLimit(Duration.ofSeconds(100));

  @ParameterizedTest(name = "{0} s by the clock, {1} s of processor time: late is {2}")
  @CsvSource({
    "99, 99, false", "99, 190, false", "100, 100, true", "100, 50, true",
    "100, 49, false", "300, 49, false", "399, 0, false", "400, 0, true",
  })
  void lateOnceItHasComputedEnough(long passed, long used, boolean late) {
    assertThat(limit.late(Optional.of(Duration.ofSeconds(used)), Duration.ofSeconds(passed)))
        .isEqualTo(late);
  }

  @ParameterizedTest(name = "{0} s by the clock: late is {1}")
  @CsvSource({"99, false", "100, true"})
  void clockCountsWhereTheSystemDoesNotTell(long passed, boolean late) {
    assertThat(limit.late(Optional.empty(), Duration.ofSeconds(passed))).isEqualTo(late);
  }
}
