package io.github.guerdon.sandbox.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.sandbox.training.TermProbe.Spread;
import org.junit.jupiter.api.Test;

final class NumbersTest {

  @Test
  void spreadOfAHundredAndOneNumbersIsTold() {
    Numbers numbers = new Numbers();
    for (int i = 100; i >= 0; i--) {
      numbers.add(i);
    }
    Spread spread = numbers.spread();
    assertThat(spread.mean()).isEqualTo(50);
    assertThat(spread.sd()).isCloseTo(Math.sqrt(850), within(1e-9));
    assertThat(spread.min()).isZero();
    assertThat(spread.low()).isEqualTo(5);
    assertThat(spread.median()).isEqualTo(50);
    assertThat(spread.high()).isEqualTo(95);
    assertThat(spread.max()).isEqualTo(100);
    assertThat(numbers.zeros()).isCloseTo(1 / 101.0, within(1e-9));
  }

  @Test
  void nothingHasNoSpread() {
    assertThat(new Numbers().spread()).isEqualTo(Spread.NOTHING);
    assertThat(new Numbers().zeros()).isZero();
  }

  @Test
  void ranksAreComparedNotValues() {
    double[] rising = {1, 2, 3, 4};
    assertThat(Numbers.rankCorrelation(rising, new double[] {0, 1e-9, 5, 1e9})).isEqualTo(1);
    assertThat(Numbers.rankCorrelation(rising, new double[] {9, 8, 7, -1e9})).isEqualTo(-1);
    assertThat(Numbers.rankCorrelation(rising, new double[] {0, 1, 1, 0})).isZero();
    assertThat(Numbers.rankCorrelation(rising, new double[] {2, 2, 2, 2})).isNaN();
  }

  @Test
  void equalValuesShareTheMeanOfTheirRanks() {
    // Ranks 0.5 0.5 2 3 against 0 1 2 3: 4.5 over the root of 4.5 times 5.
    assertThat(Numbers.rankCorrelation(new double[] {-0.0, 0.0, 2, 3}, new double[] {1, 2, 3, 4}))
        .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-9));
  }
}
