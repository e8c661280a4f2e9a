package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class TermRuleTest {

  @Test
  void termNamesAreLiteralsWithANormalForm() {
    Marked.body(
        "TERM",
        """
        terms.add("Forward Velocity-2.x", v);
        terms.add("effort" + 1, v); // BUG
        terms.add("", v); // BUG
        terms.add("2nd", v); // BUG
        terms.add("<b>", v); // BUG
        terms.add("a\\tb", v); // BUG
        """);
  }

  @Test
  void rewardAddsATerm() {
    Marked.source(
        "TERM",
        """
        import io.github.guerdon.reward.*;
        public final class Reward implements RewardFunction { // BUG
          static void unused(Terms terms, State s) { terms.add("x", s.time()); }
          public void reward(State before, Action action, State after, Terms terms) { double x = after.time(); }
        }
        """);
  }
}
