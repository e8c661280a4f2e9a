package io.github.guerdon.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ShapeTest {

  @Test
  void toleranceIsOneInsideAndOneTenthAtItsMargin() {
    assertThat(Shape.tolerance(0.5, 0, 1, 0.3)).isEqualTo(1.0);
    assertThat(Shape.tolerance(1.3, 0, 1, 0.3)).isCloseTo(0.1, within(1e-12));
    assertThat(Shape.tolerance(-0.3, 0, 1, 0.3)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void toleranceWithoutMarginIsAStep() {
    assertThat(Shape.tolerance(1.0, 0, 1, 0)).isEqualTo(1.0);
    assertThat(Shape.tolerance(1.0001, 0, 1, 0)).isZero();
  }

  @Test
  void toleranceOfNaNIsNaN() {
    assertThat(Shape.tolerance(Double.NaN, 0, 1, 0.3)).isNaN();
  }

  @Test
  void gaussianFallsToItsStandardDeviation() {
    assertThat(Shape.gaussian(2, 2)).isCloseTo(Math.exp(-0.5), within(1e-12));
  }

  @Test
  void wrappedAnglesLieWithinHalfATurn() {
    for (double angle = -20; angle < 20; angle += 0.37) {
      double wrapped = Shape.wrapAngle(angle);
      assertThat(wrapped).isBetween(-Math.PI, Math.PI);
      assertThat(Math.cos(wrapped)).isCloseTo(Math.cos(angle), within(1e-9));
      assertThat(Math.sin(wrapped)).isCloseTo(Math.sin(angle), within(1e-9));
    }
  }

  @Test
  void potentialCountsATerminalStateAsZero() {
    Shaping.discount(0.9);
    Shaping.terminal(false);
    assertThat(Shape.potential(2, 10)).isCloseTo(0.9 * 10 - 2, within(1e-12));
    Shaping.terminal(true);
    assertThat(Shape.potential(2, 10)).isEqualTo(-2.0);
    Shaping.terminal(false);
  }

  @Test
  void lerpMeetsBothEnds() {
    assertThat(Shape.lerp(2, 6, 0)).isEqualTo(2.0);
    assertThat(Shape.lerp(2, 6, 1)).isEqualTo(6.0);
    assertThat(Shape.clamp(7, 2, 6)).isEqualTo(6.0);
    assertThat(Shape.sigmoid(0)).isEqualTo(0.5);
  }
}
