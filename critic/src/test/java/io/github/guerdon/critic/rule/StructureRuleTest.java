package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class StructureRuleTest {

  @Test
  void sourceIsOneClass() {
    Marked.source(
        "STRUCTURE",
        """
        package a.b; // BUG
        import io.github.guerdon.reward.*;
        public final class Reward extends Thread implements RewardFunction, Runnable { // BUG
          public void reward(State before, Action action, State after, Terms terms) { terms.add("x", after.time()); }
        }
        class Other { } // BUG
        """);
  }
}
