package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class FieldRuleTest {

  @Test
  void fieldsAreConstants() {
    Marked.members(
        "FIELD",
        """
        static final double A = 2 * Math.PI, B = A / 3;
        static final double[] W = {1, A};
        double last; // BUG
        static final double[] M = new double[3]; // BUG
        static final double R = Math.random(); // BUG
        static final State S = null; // BUG
        """);
  }

  @Test
  void constantsAreNotWritten() {
    Marked.source(
        "FIELD",
        """
        import io.github.guerdon.reward.*;
        public final class Reward implements RewardFunction {
          static final double[] W = {1}, V = {2};
          static int calls = 0;
          static double[] get() { return V; } // BUG
          public void reward(State before, Action action, State after, Terms terms) {
            calls++; // BUG
            W[0] += 1; // BUG
            get()[0] = 2;
            terms.add("x", after.time() * W[0]);
          }
        }
        """);
  }
}
