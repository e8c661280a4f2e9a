package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class DuplicateRuleTest {

  @Test
  void aConstantAndAHelperAreThereOnce() {
    Marked.members(
        "COMPILE_ERROR",
        """
        static final double A = 1;
        static final double A = 2; // BUG
        static double f(double x) { return x; }
        static double f(double y) { return -y; } // BUG
        static double f(int x) { return x; }
        static double f(double... xs) { return 0; }
        static double f(double[] xs) { return 1; } // BUG
        static double A(double x) { return x; }
        """);
  }

  @Test
  void aParameterIsThereOnce() {
    Marked.members(
        "COMPILE_ERROR",
        """
        static double f(
            double x,
            double x) { // BUG
          return x;
        }
        """);
  }
}
