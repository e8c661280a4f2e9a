package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class DeclaredNameRuleTest {

  @Test
  void nothingIsNamedLikeAClass() {
    Marked.body(
        "NAME",
        """
        double Math = 1; // BUG
        double math = 1;
        for (int State = 0; State < 2; State++) { v += State; } // BUG
        """);
  }

  @Test
  void methodsOfObjectsAreNotRedeclared() {
    Marked.members(
        "NAME",
        """
        static double hashCode(int x) { return x; } // BUG
        static double Shape(double x) { return x; } // BUG
        static double shape(double Terms) { return Terms; } // BUG
        """);
  }
}
