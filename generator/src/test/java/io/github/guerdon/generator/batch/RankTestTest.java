package io.github.guerdon.generator.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.generator.design.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class RankTestTest {

  @Test
  void threeBelowThreeIsOneOfTwentyWays() {
    assertThat(RankTest.probability(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)))
        .isCloseTo(0.05, within(1e-12));
    assertThat(RankTest.least(3, 3)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void equalValuesAreNoEvidence() {
    assertThat(RankTest.probability(List.of(7.0, 7.0), List.of(7.0, 7.0, 7.0))).isEqualTo(1);
  }

  @Test
  void zerosAndOnesGiveFishersTest() {
    // 1 of 4 against 4 of 4: the hypergeometric probability of at most one, 4·1 / C(8, 4) with 5
    // ones.
    double fisher = (4 * 1) / 56.0;
    assertThat(RankTest.probability(List.of(1.0, 0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0, 1.0)))
        .isCloseTo(fisher, within(1e-12));
  }

  @Test
  void allSplitsCountedOneByOneGiveTheSame() {
    Seeds random = Seeds.stream(3);
    for (int round = 0; round < 50; round++) {
      int low = 1 + random.nextInt(4);
      int high = 1 + random.nextInt(4);
      List<Double> all =
          DoubleStream.generate(() -> random.nextInt(5)).limit(low + high).boxed().toList();
      assertThat(RankTest.probability(all.subList(0, low), all.subList(low, low + high)))
          .isCloseTo(counted(all, low), within(1e-12));
    }
  }

  /** Counts the choices of so many of the values that win no more pairs than the first ones. */
  private static double counted(List<Double> all, int low) {
    int least = 0;
    int total = 0;
    double observed = wins(all, (1 << low) - 1);
    for (int chosen = 0; chosen < 1 << all.size(); chosen++) {
      if (Integer.bitCount(chosen) == low) {
        total++;
        least += wins(all, chosen) <= observed ? 1 : 0;
      }
    }
    return (double) least / total;
  }

  private static double wins(List<Double> all, int chosen) {
    List<Double> ones = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ((chosen >> i & 1) == 1 ? ones : others).add(all.get(i));
    }
    double wins = 0;
    for (double one : ones) {
      for (double other : others) {
        wins += one > other ? 1 : one < other ? 0 : 0.5;
      }
    }
    return wins;
  }

  @Test
  void moreSeedsAreNeededForMoreConfidence() {
    assertThat(RankTest.needed(0.05)).hasValue(3);
    assertThat(RankTest.needed(0.01)).hasValue(5);
    assertThat(RankTest.needed(0)).isEmpty();
  }

  @Test
  void nothingCannotBeCompared() {
    assertThatThrownBy(() -> RankTest.probability(List.of(), List.of(1.0)))
        .hasMessageContaining("0 and 1 values");
  }
}
