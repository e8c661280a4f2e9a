package io.github.guerdon.generator.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RewardTextTest {

  private static RewardText of(String fields, String body) {
    return RewardText.of(
        """
        import io.github.guerdon.reward.*;

        public final class Reward implements RewardFunction {
          %s
          @Override
          public void reward(State before, Action action, State after, Terms terms) {
            %s
          }
        }
        """
            .formatted(fields, body));
  }

  @Test
  void namesOfConstantsAndLocalsAreSpelledOut() {
    RewardText text =
        of(
            "private static final double WEIGHT = 0.5;",
            """
            final double angle = after.joint("hinge").position();
            double[] both = {angle, 2};
            double cosine = Math.cos(angle);
            terms.add("upright", WEIGHT * cosine);
            """);
    assertThat(text.spelledOut("upright"))
        .startsWith("0.5 * Math.cos(after.joint(\"hinge\").position())");
    assertThat(text.locals()).containsOnlyKeys("angle", "both", "cosine");
  }

  @Test
  void localThatIsAssignedAgainKeepsItsName() {
    RewardText text =
        of(
            "",
            """
            double sum = 0;
            sum += after.time();
            double twice = 2 * sum;
            terms.add("time", twice);
            """);
    assertThat(text.spelledOut("time")).startsWith("2 * sum");
    assertThat(text.locals()).containsOnlyKeys("twice");
  }

  @Test
  void finalLocalFeedsItsTerm() {
    RewardText text = of("", "final double speed = after.qvel(0);\nterms.add(\"forward\", speed);");
    assertThat(text.feeds().get("forward")).containsExactly("final double speed = after.qvel(0)");
    assertThat(text.all("forward")).contains("after.qvel(0)");
  }
}
