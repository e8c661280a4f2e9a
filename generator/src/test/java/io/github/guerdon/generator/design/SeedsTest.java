package io.github.guerdon.generator.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SeedsTest {

  @Test
  void purposesAndIndicesGiveDifferentSeeds() {
    Set<Long> seeds = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      for (String purpose : new String[] {"training", "fresh", "selection", ""}) {
        for (long index = 0; index < 50; index++) {
          seeds.add(Seeds.derive(seed, purpose, index));
        }
      }
    }
    assertThat(seeds).hasSize(20 * 4 * 50);
  }

  @Test
  void derivedSeedsStayTheSameForEver() {
    assertThat(Seeds.derive(1, "fresh", 0)).isEqualTo(-654122569985593040L);
  }

  @Test
  void gaussiansHaveMeanZeroAndVarianceOne() {
    Seeds random = Seeds.stream(7);
    double sum = 0;
    double squares = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double x = random.nextGaussian();
      sum += x;
      squares += x * x;
    }
    assertThat(sum / n).isCloseTo(0, within(0.02));
    assertThat(squares / n).isCloseTo(1, within(0.02));
  }

  @Test
  void integersAreEvenlySpread() {
    Seeds random = Seeds.stream(3);
    int[] counts = new int[5];
    for (int i = 0; i < 50_000; i++) {
      counts[random.nextInt(5)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_500, 10_500);
    }
  }

  @Test
  void boundBelowOneIsRefused() {
    assertThatThrownBy(() -> Seeds.stream(0).nextInt(0)).hasMessageContaining("bound is 0");
  }
}
