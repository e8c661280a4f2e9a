package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class UnitWarningTest {

  @Test
  void radiansAreNotConvertedAgain() {
    Marked.body(
        "UNIT",
        """
        double angle = after.joint("rooty").position();
        terms.add("a", Math.cos(Math.toRadians(angle))); // BUG
        terms.add("b", Math.sin(Math.toDegrees(angle))); // BUG
        terms.add("c", Math.cos(angle) + Math.toRadians(30) * v);
        terms.add("d", Math.toDegrees(angle) / 90);
        """);
  }
}
