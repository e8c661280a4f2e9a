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

  @Test
  void aLengthMayBeAddedToWhereTheArrayStaysTheFirstOne() {
    Marked.body(
        "ALLOC",
        """
        double[] a = {v, v}, b = new double[action.size()];
        double[] joined = new double[a.length + b.length + 1];
        double[] copy = new double[joined.length], gaps = new double[joined.length - 1];
        double[] grows = {v};
        int less = 1 - copy.length;
        final int ONE = 1;
        int n = grows.length;
        for (int i = 0; i < 40; i++) {
          grows = new double[grows.length];
          grows = new double[grows.length + grows.length]; // BUG
          grows = new double[copy.length - 1 + (grows.length - 1)]; // BUG
          grows = new double[n + n]; // BUG
          grows = new double[n - (0 - n)]; // BUG
          grows = new double[grows.length - (0 - copy.length)]; // BUG
          grows = new double[grows.length - less]; // BUG
          grows = new double[grows.length - ONE];
        }
        """);
    Marked.source(
        "ALLOC",
        """
        import io.github.guerdon.reward.*;
        public final class Reward implements RewardFunction {
          private static final double[] WEIGHTS = {1, 2};
          private static double[] twice(double[] a) {
            return new double[a.length + a.length]; // BUG
          }
          private static double[] gaps(double[] a) {
            return new double[a.length - 1];
          }
          public void reward(State before, Action action, State after, Terms terms) {
            double[] a = new double[WEIGHTS.length + 1];
            for (int i = 0; i < 40; i++) a = twice(a);
            terms.add("x", a[0] + gaps(a)[0] + after.time());
          }
        }
        """);
  }
}
