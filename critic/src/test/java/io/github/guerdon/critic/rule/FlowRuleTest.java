package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class FlowRuleTest {

  @Test
  void aLocalHasItsValueBeforeItIsRead() {
    Marked.body(
        "COMPILE_ERROR",
        """
        double a, b, c, d, e, f, g;
        v += a; // BUG
        if (v > 0) b = 1;
        v += b; // BUG
        if (v > 0) { c = 1; } else { c = 2; }
        v += c;
        while (v > 9) { d = 1; v -= d; }
        v += d; // BUG
        while (true) { e = 1; if (v < e) break; v--; }
        v += e;
        for (int i = 0; i < 3; i++) f = i;
        f++; // BUG
        do { g = v; } while (g > 3);
        v += g;
        int[] n;
        n[0] = 1; // BUG
        """);
  }

  @Test
  void conditionsSetLocalsByTheirValue() {
    Marked.body(
        "COMPILE_ERROR",
        """
        double a, b, c, d, e;
        boolean p;
        if (v > 0 && (a = v) > 1) v += a;
        if (v > 0 && (b = v) > 1) v += 1; else v += b; // BUG
        if (!(v > 0 || (c = v) > 1)) v += c;
        if (v > 0 ? (d = 1) > v : (d = 2) > v) v += d;
        if (p = v > 0) v += p ? 1 : 0;
        if (true || (e = 1) > 0) v += 1; else v += e;
        v += e; // BUG
        """);
  }

  @Test
  void switchesSetLocalsOnAllWays() {
    Marked.body(
        "COMPILE_ERROR",
        """
        double a, b, c, d;
        int k = (int) v;
        switch (k) { case 0 -> a = 1; case 1 -> a = 2; }
        v += a; // BUG
        switch (k) { case 0 -> b = 1; case 1 -> b = 2; default -> b = 3; }
        v += b;
        switch (k) { case 0: c = 1; break; case 1: c = 2; default: c = 3; }
        v += c;
        v += switch (k) { case 0 -> { d = 1; yield 2; } default -> d = 3; } + d;
        switch (k) {
          case 0:
            double t = 1;
            v += t;
          case 1:
            v += t; // BUG
            t = 2;
            v += t;
        }
        boolean set = switch (k) { case 0 -> { double u; yield true; } default -> false; };
        """);
  }

  @Test
  void aFinalLocalGetsItsValueOnce() {
    Marked.body(
        "COMPILE_ERROR",
        """
        final double a, b, c, d;
        a = 1;
        a = 2; // BUG
        if (v > 0) b = 1; else b = 2;
        v += b;
        for (int i = 0; i < 2; i++) {
          c = i; // BUG
          final double e;
          e = i;
          v += e;
        }
        while (true) { d = 1; break; }
        v += d;
        for (final double w : new double[] {1, 2}) {
          w = 1; // BUG
        }
        """);
  }

  @Test
  void aFinalParameterKeepsItsValue() {
    Marked.members(
        "COMPILE_ERROR",
        """
        static double f(final double x, double y) {
          y = x;
          x += 1; // BUG
          return x + y;
        }
        """);
  }

  @Test
  void eachStatementIsReached() {
    Marked.body(
        "COMPILE_ERROR",
        """
        for (int i = 0; i < 3; i++) {
          if (i == 1) {
            continue;
            v += 1; // BUG
          }
          v += 2;
        }
        while (false) { v += 1; } // BUG
        if (false) { v += 1; }
        do { v -= 1; } while (v > 0);
        a: { if (v > 0) break a; v += 1; }
        while (true) { v += 1; }
        v = 2; // BUG
        """);
  }

  @Test
  void eachWayThroughAHelperReturns() {
    Marked.members(
        "COMPILE_ERROR",
        """
        static double f(double x) { if (x > 0) { return 1; } } // BUG
        static double g(double x) { if (x > 0) { return 1; } else { return 2; } }
        static double h(double x) { while (true) { if (x > 0) { return 1; } x++; } }
        static double i(double x) { while (true) { if (x > 0) { break; } x++; } } // BUG
        static double j(int x) { switch (x) { case 0: return 1; default: return 2; } }
        static double k(int x) { switch (x) { case 0 -> { return 1; } } } // BUG
        static double l(int x) { a: while (true) { while (true) { break a; } } } // BUG
        static void m(double x) { if (x > 0) { return; } }
        """);
  }

  @Test
  void jumpsHaveATarget() {
    Marked.body(
        "COMPILE_ERROR",
        """
        if (v > 7) break; // BUG
        if (v > 6) continue; // BUG
        a: for (int i = 0; i < 3; i++) {
          if (v > 5) break b; // BUG
          if (v > 4) continue a;
          a: while (v > 3) { v--; } // BUG
        }
        a: { if (v > 2) continue a; v++; } // BUG
        a: while (v > 1) { switch ((int) v) { case 0 -> { continue; } default -> { break a; } } }
        """);
  }

  @Test
  void aSwitchExpressionIsLeftWithAValueOnly() {
    Marked.body(
        "COMPILE_ERROR",
        """
        a: for (int i = 0; i < 3; i++) {
          v += switch (i) {
            case 0 -> { break; } // BUG
            case 1 -> { continue; } // BUG
            case 2 -> { break a; } // BUG
            case 3 -> { return; } // BUG
            case 4 -> { for (;;) { break; } yield 1; }
            default -> 2;
          };
          v += switch (i) { case 0 -> { v++; } default -> 1; }; // BUG
          v += switch (i) { case 0: v++; }; // BUG
          v += switch (i) { default: yield v > 1 ? 2 : 3; };
        }
        """);
  }
}
