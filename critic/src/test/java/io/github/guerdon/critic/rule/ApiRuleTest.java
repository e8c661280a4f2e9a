package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class ApiRuleTest {

  @Test
  void onlyTheApiAndListedFunctionsAreCalled() {
    Marked.body(
        "API",
        """
        System.exit(0); // BUG
        v += Math.sin(v) + Shape.clamp(v, 0, 1) + Double.MAX_VALUE;
        v += Math.random(); // BUG
        v += after.hashCode(); // BUG
        terms.put("x", v); // BUG
        v += before == after ? 1 : 2; // BUG
        v += io.github.guerdon.reward.slot.Fuel.spent(); // BUG
        v += smoothstep(v); // BUG
        """);
  }
}
