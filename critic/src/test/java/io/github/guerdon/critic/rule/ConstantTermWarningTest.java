package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class ConstantTermWarningTest {

  @Test
  void termThatCannotVaryIsFlagged() {
    Marked.body(
        "CONSTANT_TERM",
        """
        double w = 2, u = w * 3;
        terms.add("a", 1.0); // BUG
        terms.add("b", Math.sqrt(u)); // BUG
        terms.add("c", w * v);
        if (v > 0) { terms.add("d", 1.0); }
        terms.add("e", 1.0);
        terms.add("e", v);
        double k = 0;
        for (int i = 0; i < action.size(); i++) { k += action.get(i); }
        terms.add("f", k);
        double s;
        if (v > 0) s = 1; else s = 2;
        terms.add("g", s);
        terms.add("h", action.size()  > 1 ? 1 : 2);
        """);
  }
}
