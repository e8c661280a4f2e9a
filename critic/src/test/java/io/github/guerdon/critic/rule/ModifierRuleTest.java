package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class ModifierRuleTest {

  @Test
  void onlyHarmlessModifiersAreAllowed() {
    Marked.members(
        "MODIFIER",
        """
        static native double boom(); // BUG
        static synchronized double h() { return 1; } // BUG
        static volatile double x = 1; // BUG
        protected static final strictfp double g() { return 1; }
        """);
  }
}
