package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class AllocRuleTest {

  @Test
  void arraysAreSmallAndFlat() {
    Marked.body(
        "ALLOC",
        """
        double[] a = new double[action.size()], b = new double[1024], c = new double[after.qposSize() + 1];
        double[] d = new double[1025]; // BUG
        double[] e = new double[(int) v]; // BUG
        double[] f = new double[-1]; // BUG
        int n = 3;
        double[] g = new double[n];
        double[] h = new double[action.size() * 1000]; // BUG
        """);
  }
}
