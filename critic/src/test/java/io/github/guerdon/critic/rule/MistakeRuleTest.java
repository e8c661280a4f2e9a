package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class MistakeRuleTest {

  @Test
  void plainMistakesAreFoundWithoutACompiler() {
    Marked.body(
        "COMPILE_ERROR",
        """
        v += velocity; // BUG
        v += Math.max(1, 2, 3); // BUG
        Vector3 d = after.centerOfMass() - before.centerOfMass(); // BUG
        v += Math.max(1, 2);
        """);
  }
}
