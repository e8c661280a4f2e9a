package io.github.guerdon.generator.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.critic.verdict.Tunable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TuneSpaceTest {

  private static TuneSpace space(Tunable... tunables) {
    return new TuneSpace(List.of(tunables));
  }

  @Test
  void rangeOverDecadesIsMovedByFactors() {
    TuneSpace space = space(new Tunable("W", 1, 0.01, 100));
    assertThat(space.start()[0]).isCloseTo(0.5, within(1e-12));
    assertThat(space.values(new double[] {0.25})).isEqualTo(Map.of("W", 0.1));
  }

  @Test
  void narrowRangeAndOneAcrossZeroAreMovedBySteps() {
    TuneSpace space = space(new Tunable("A", 2, 1, 5), new Tunable("B", 0, -10, 10));
    assertThat(space.start()).containsExactly(0.25, 0.5);
    assertThat(space.values(new double[] {0.5, 1})).isEqualTo(Map.of("A", 3.0, "B", 10.0));
  }

  @Test
  void valuesAreWrittenWithFourDigitsWithinTheirRange() {
    TuneSpace space = space(new Tunable("A", 1, 0.333333, 1.226666));
    assertThat(space.values(new double[] {0.5})).isEqualTo(Map.of("A", 0.78));
    assertThat(space.values(new double[] {0})).isEqualTo(Map.of("A", 0.333333));
    assertThat(space.values(new double[] {1})).isEqualTo(Map.of("A", 1.226666));
    assertThat(space.values(new double[] {7})).isEqualTo(Map.of("A", 1.226666));
  }

  @Test
  void rewardWithoutConstantsIsToldHowToMarkOne() {
    assertThatThrownBy(() -> space()).hasMessageContaining("@Tune(min = 0.1, max = 10)");
  }

  @Test
  void markedConstantsAreWrittenAndNothingElse() {
    String source =
        """
        /** FORWARD = 1 is no constant here; @Tune neither. */
        public final class Reward implements RewardFunction {
          @Tune(min = 0.1, max = 10) private static final double FORWARD = 1.0, WIDTH = 2 * 3;
          @Tune(min = 1, max = 9)
          static final int COUNT = 4; // COUNT = 4
          private static final double FIXED = 1.0;
          public void reward(State before, Action action, State after, Terms terms) {
            double FORWARDS = FORWARD;
            terms.add("FORWARD = 1", FORWARDS * FIXED);
          }
        }
        """;
    String tuned =
        TunedSource.with(source, Map.of("FORWARD", 2.5, "WIDTH", 0.75, "COUNT", 6.6, "FIXED", 9.0));
    assertThat(tuned)
        .isEqualTo(
            source
                .replace("FORWARD = 1.0, WIDTH = 2 * 3;", "FORWARD = 2.5, WIDTH = 0.75;")
                .replace("COUNT = 4; //", "COUNT = 7; //"));
  }
}
