package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class RecursionRuleTest {

  @Test
  void methodsDoNotReachThemselves() {
    Marked.members(
        "RECURSION",
        """
        static double a(int n) { return n < 1 ? 1 : a(n - 1); } // BUG
        static double b(int n) { return c(n); } // BUG
        static double c(int n) { return n > 1 ? b(n - 1) : d(n); } // BUG
        static double d(int n) { return n; }
        """);
  }
}
