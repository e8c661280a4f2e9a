package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class SyntaxRuleTest {

  @Test
  void onlyListedPartsOfJavaAreAllowed() {
    Marked.body(
        "SYNTAX",
        """
        try { v += 1; } finally { v += 2; } // BUG
        assert v > 0; // BUG
        Runnable r = () -> { }; // BUG
        synchronized (after) { v += 1; } // BUG
        terms.add("x", v > 0 ? 1 : 2);
        for (int i = 0; i < 3; i++) { if (i == 1) continue; v += i; }
        """);
  }

  @Test
  void textAndNullAreNames() {
    Marked.body(
        "SYNTAX",
        """
        terms.add("x", "1.5".length());
        var s = "torso"; // BUG
        terms.add("x", after.time() > 1 ? 1 : 0);
        Terms other = null; // BUG
        double w = v + this; // BUG
        """);
  }
}
