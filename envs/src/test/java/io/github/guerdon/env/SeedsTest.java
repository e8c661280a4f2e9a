package io.github.guerdon.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SeedsTest {

  @Test
  void streamIsSplitMix64() {
    // The first output of the reference implementation for the state 0 is 0xE220A8397B1DCDAF.
    assertThat(new Seeds(0).uniform()).isEqualTo((0xE220A8397B1DCDAFL >>> 11) * 0x1.0p-53);
  }

  @Test
  void sameSeedGivesTheSameStream() {
    Seeds one = new Seeds(5);
    Seeds other = new Seeds(5);
    for (int i = 0; i < 10; i++) {
      assertThat(one.uniform()).isEqualTo(other.uniform());
      assertThat(one.normal()).isEqualTo(other.normal());
    }
  }

  @Test
  void neighbouringIndicesGiveDifferentSeeds() {
    Set<Long> seeds = new HashSet<>();
    for (long seed = 0; seed < 100; seed++) {
      for (long index = 0; index < 100; index++) {
        seeds.add(Seeds.derive(seed, index));
      }
    }
    assertThat(seeds).hasSize(10_000);
  }

  @Test
  void numbersAreDistributedAsTheyShould() {
    Seeds random = new Seeds(1);
    int n = 100_000;
    double uniformSum = 0;
    double normalSum = 0;
    double normalSquares = 0;
    for (int i = 0; i < n; i++) {
      double uniform = random.uniform();
      assertThat(uniform).isGreaterThanOrEqualTo(0).isLessThan(1);
      uniformSum += uniform;
      double normal = random.normal();
      normalSum += normal;
      normalSquares += normal * normal;
    }
    assertThat(uniformSum / n).isCloseTo(0.5, within(0.004));
    assertThat(normalSum / n).isCloseTo(0, within(0.013));
    assertThat(normalSquares / n).isCloseTo(1, within(0.02));
  }
}
