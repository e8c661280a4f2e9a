package io.github.guerdon.generator.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceShapeTest {

  private static final String ONE =
      """
      public final class Reward implements RewardFunction {
        @Tune(min = 0.1, max = 10) private static final double DRIVE = 1.0;
        private static double half(double x) { return x / 2; }
        @Override public void reward(State before, Action action, State after, Terms terms) {
          double speed = after.body("torso").velocity().x(); // forward
          for (int i = 0; i < 3; i++) { speed -= half(i); }
          terms.add("forward", Reward.DRIVE * speed);
        }
      }
      """;

  @Test
  void commentsSpacingAndOwnNamesDoNotCount() {
    String other =
        ONE.replace("DRIVE", "WEIGHT")
            .replace("speed", "velocity0")
            .replace("half", "part")
            .replace("double x)", "double value)")
            .replace("return x", "return value")
            .replace("terms", "out")
            .replace(" // forward", " /* so\n fast */")
            .replace("    ", "\t");
    assertThat(other).isNotEqualTo(ONE);
    assertThat(SourceShape.of(other)).isEqualTo(SourceShape.of(ONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.0; | 2.0;",
        "torso | foot",
        "velocity().x() | velocity().y()",
        "\"forward\" | \"for ward\"",
        "speed -= | speed +=",
        "after.body | before.body",
        "x / 2 | x - -2",
      })
  void anythingElseCounts(String from, String to) {
    String other = ONE.replace(from, to);
    assertThat(other).isNotEqualTo(ONE);
    assertThat(SourceShape.of(other)).isNotEqualTo(SourceShape.of(ONE));
  }

  @Test
  void operatorsAreNotTornApart() {
    assertThat(SourceShape.of("class R { int a = - -b; }"))
        .isNotEqualTo(SourceShape.of("class R { int a = --b; }"));
  }

  @Test
  void ownConstantsBehindTheClassNameAreTheirOwn() {
    String swapped = "class R { double A = 1; double B = 2; double c = R.A; }";
    String other = "class R { double B = 1; double A = 2; double c = R.A; }";
    assertThat(SourceShape.of(swapped)).isNotEqualTo(SourceShape.of(other));
  }

  @Test
  void membersOfOthersKeepTheirNames() {
    String own = "class R { double x = 1; double v = p.x(); }";
    assertThat(SourceShape.of(own))
        .isNotEqualTo(SourceShape.of("class R { double y = 1; double v = p.y(); }"));
  }
}
