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

  @Test
  void modifiersAreThereOnceAndBelongToSomething() {
    Marked.members(
        "MODIFIER",
        """
        static static double f() { return 1; } // BUG
        private public static double g() { return 1; } // BUG
        static double h(final final double x) { return x; } // BUG
        private static final double A = 1;
        """);
    Marked.source(
        "MODIFIER",
        """
        import io.github.guerdon.reward.*;
        public ; // BUG
        sealed ; // BUG
        public final class Reward implements RewardFunction {
          @Override public void reward(State before, Action action, State after, Terms terms) {
            terms.add("time", after.time());
          }
        }
        """);
  }

  @Test
  void wordsThatAreModifiersSomewhereAreNamesElsewhere() {
    Marked.body(
        "MODIFIER",
        """
        double sealed = 0.5; double transitive = sealed;
        v += cond(v) ? 1 : sealed; v = -transitive;
        }
        static boolean cond(double v) { return v > 0; }
        static void h() {
        """);
  }
}
