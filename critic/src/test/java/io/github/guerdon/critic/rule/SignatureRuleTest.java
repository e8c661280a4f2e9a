package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class SignatureRuleTest {

  @Test
  void rewardMethodIsThereOnce() {
    Marked.members(
        "SIGNATURE",
        """
        public double reward(State after) { return after.time(); } // BUG
        public void reward(State a, Action b, State c, Terms d) { d.add("x", c.time()); } // BUG
        """);
  }

  @Test
  void rewardMethodReturnsNothingAndIsNotStatic() {
    Marked.source(
        "SIGNATURE",
        """
        import io.github.guerdon.reward.*;
        public final class Reward implements RewardFunction {
          public static double reward(State before, Action action, State after, Terms terms) { return 1; } // BUG
        }
        """);
  }
}
