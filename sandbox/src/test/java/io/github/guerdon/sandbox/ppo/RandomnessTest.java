package io.github.guerdon.sandbox.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RandomnessTest {

  /** From the algorithms' published descriptions, computed by another program. */
  private static final long[] BITS = {
    -3425465463722317665L, 5881210131331364753L, -297100157724070516L
  };

  private static final long DERIVED = -4946951835600369646L;

  @Test
  void normalNumbersHaveMeanZeroVarianceOneAndNoSkew() {
    Randomness random = new Randomness(1);
    int count = 200_000;
    double sum = 0;
    double squares = 0;
    double cubes = 0;
    int beyondTwo = 0;
    for (int i = 0; i < count; i++) {
      double value = random.normal();
      sum += value;
      squares += value * value;
      cubes += value * value * value;
      beyondTwo += Math.abs(value) > 2 ? 1 : 0;
    }

    assertThat(sum / count).isCloseTo(0, within(0.01));
    assertThat(squares / count).isCloseTo(1, within(0.01));
    assertThat(cubes / count).isCloseTo(0, within(0.03));
    assertThat((double) beyondTwo / count).isCloseTo(0.0455, within(0.002));
  }

  @Test
  void shuffleKeepsAllNumbersAndPutsEachEverywhere() {
    Randomness random = new Randomness(2);
    int[] firstPlaces = new int[5];
    for (int i = 0; i < 10_000; i++) {
      int[] values = IntStream.range(0, 5).toArray();
      random.shuffle(values);
      firstPlaces[values[0]]++;
      assertThat(Arrays.stream(values).sorted().toArray()).containsExactly(0, 1, 2, 3, 4);
    }
    for (int count : firstPlaces) {
      assertThat(count).isBetween(1_800, 2_200);
    }
  }

  @Test
  void derivedSeedsDifferByPurposeIndexAndSeed() {
    assertThat(
            IntStream.range(0, 1_000)
                .mapToLong(i -> Randomness.derive(i % 10, i % 20 < 10 ? "a" : "b", i / 20))
                .distinct()
                .count())
        .isEqualTo(1_000);
  }

  @Test
  void sequenceOfASeedNeverChanges() {
    Randomness random = new Randomness(42);

    assertThat(new long[] {random.bits(), random.bits(), random.bits()}).isEqualTo(BITS);
    assertThat(Randomness.derive(42, "worlds", 3)).isEqualTo(DERIVED);
  }
}
