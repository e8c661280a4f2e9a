package io.github.guerdon.generator.design.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BoundedTest {

  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void conjunctsAreReadAsBoundedNumbers() {
    assertThat(
            Bounded.of(
                "after.joint(\"z\").position() > 0.7 && Math.abs(after.joint(\"y\").position()) < 0.2"))
        .containsExactly(
            new Bounded("after.joint(\"z\").position()", 0.7, INF),
            new Bounded("after.joint(\"y\").position()", -0.2, 0.2));
  }

  @Test
  void cosineIsCutToItsRange() {
    Bounded bounded = Bounded.of("(Math.cos(a) >= 0.95)").get(0);
    assertThat(bounded).isEqualTo(new Bounded("Math.cos(a)", 0.95, 1));
    assertThat(bounded.scale()).isEqualTo(1.95);
  }

  @Test
  void numberMayStandOnTheLeft() {
    assertThat(Bounded.of("-1.5 <= x")).containsExactly(new Bounded("x", -1.5, INF));
    assertThat(Bounded.of("2 > x")).containsExactly(new Bounded("x", -INF, 2));
  }

  @Test
  void twoExpressionsAreComparedByTheirDifference() {
    assertThat(Bounded.of("a() < b()")).containsExactly(new Bounded("(b()) - (a())", 0, INF));
  }

  @Test
  void whatIsNoComparisonIsLeftOut() {
    assertThat(Bounded.of("after.within(\"qpos[2:]\", -100, 100) && (a > 1 || b > 1) && !(c > 1)"))
        .isEmpty();
  }

  @Test
  void signsInsideNamesAndBracketsDoNotSplit() {
    assertThat(Bounded.conjuncts("(f(\"a && b\", c < d)) && ((x > 1) && y < 2)"))
        .containsExactly("f(\"a && b\", c < d)", "x > 1", "y < 2");
  }
}
