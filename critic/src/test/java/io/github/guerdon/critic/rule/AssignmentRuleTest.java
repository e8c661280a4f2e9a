package io.github.guerdon.critic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.verdict.Finding;
import org.junit.jupiter.api.Test;

final class AssignmentRuleTest {

  @Test
  void valueOfAnotherTypeIsFoundBesideWhateverElseIsWrong() {
    Marked.body(
        "COMPILE_ERROR",
        """
        String name = "x";
        double speed = after.body("torso").velocity(); // BUG
        int count = 1.5; // BUG
        int steps = 3;
        steps = v; // BUG
        boolean up = v; // BUG
        Vector3 place = after.body("torso"); // BUG
        """);
  }

  @Test
  void findingSaysWhatHasTheWantedType() {
    assertThat(
            Marked.findings(
                """
                import io.github.guerdon.reward.*;
                public final class Reward implements RewardFunction {
                  @Override public void reward(State before, Action action, State after, Terms terms) {
                    double speed = after.body("torso").velocity();
                    terms.add("speed", speed);
                  }
                }
                """))
        .extracting(Finding::text)
        .containsExactly(
            "line 4, col 20 [COMPILE_ERROR] a Vector3 is no double; one comes from norm(), x(), y(), z()");
  }

  @Test
  void whatJavaWidensOrKeepsIsNoMistake() {
    Marked.body(
        "COMPILE_ERROR",
        """
        double a = 1; float f = 2; long n = 3; byte b = 4; char c = 65; short s = 'x';
        final int k = 5; byte d = k; a = f; n = k; c = 'y';
        double e = v > 0 ? 1 : 2.5;
        Vector3 place = after.body("torso").position();
        var w = place.x(); w = n; int x = 0; x += 2.5;
        double[] xs = { 1, 2, k }; xs[0] = 1; xs[1] = 'c';
        """);
  }
}
