package io.github.guerdon.critic.rule;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
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

  @Test
  void aConstantArrayMayBeGivenToWhoOnlyReadsIt() {
    Marked.source(
        "FIELD",
        """
        import io.github.guerdon.reward.*;
        public final class Reward implements RewardFunction {
          static final double[] W = {1}, V = {2}, U = {3}, T = {4}, S = {5}, R = {6}, Q = {7};
          static void fill(double[] out) { out[0] = 1; }
          static double dot(double[] a, double[] b) { return norm(a) + b[0] * b.length; }
          static double norm(double[] a) { double s = 0; for (double x : a) s += x; return s; }
          static double other(double[] a) { double[] b = a; return b[0]; }
          static double[] same(double[] a) { return a; }
          static double passed(double[] a) { fill(a); return a[0]; }
          static double braces(double[] a) { (a)[0] += 1; return a[0]; }
          static double choice(double[] a) { (a[0] > 1 ? a : a)[0] = 4; return a[0]; }
          static double many(double... a) { return a[0]++; }
          public void reward(State before, Action action, State after, Terms terms) {
            double[] own = new double[2];
            fill(own);
            double x = dot(W, own) + dot((own), (W)) + this.norm(W);
            x += other(V); // BUG
            x += same(U)[0]; // BUG
            x += passed(T); // BUG
            x += many(S); // BUG
            x += braces(R); // BUG
            x += choice(Q); // BUG
            terms.add("x", after.time() * x);
          }
        }
        """);
  }

  @Test
  void manyCallsOfHelpersByHelpersAreFollowedInTime() {
    StringBuilder helpers = new StringBuilder();
    for (int i = 0; i < 7; i++) {
      String calls = " + h%d(a)".formatted(i + 1).repeat(40);
      helpers.append("  static double h%d(double[] a) { return 0%s; }\n".formatted(i, calls));
    }
    String source =
        """
        import io.github.guerdon.reward.*;
        public final class Reward implements RewardFunction {
          static final double[] W = {1}, V = {2};
        %s  static double h7(double[] a) { return a[0]; }
          static void fill(double[] out) { out[0] = 1; }
          public void reward(State before, Action action, State after, Terms terms) {
            fill(V); // BUG
            terms.add("x", after.time() * h0(W));
          }
        }
        """
            .formatted(helpers);
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Marked.source("FIELD", source));
  }
}
