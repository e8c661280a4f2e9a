package io.github.guerdon.critic;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sources that use corners of the allowed Java, for the hopper. */
final class Languages {

  static final Map<String, String> SOURCES = new LinkedHashMap<>();

  static {
    body(
        "compound assignments narrow",
        """
        int n = 7; n += 1.9 * x; n -= 'a'; n *= 2; n /= 3; n %= 5; n <<= 2; n >>= 1; n >>>= 1; n &= 0xff; n |= 8; n ^= 3;
        byte b = 5; b += 300; short s = 2; s *= 70000; char c = 'b'; c += 1; long l = 3; l += x; float f = 1; f /= 3; f += x;
        terms.add("a", n); terms.add("b", b + s); terms.add("c", c); terms.add("d", l); terms.add("e", f);
        """);
    body(
        "switch expressions nest and capture",
        """
        int k = (int) Math.abs(x * 4) % 5;
        double w = 1 + switch (k) {
          case 0, 1 -> { double t = 0; for (int i = 0; i < 4; i++) { if (i == 2) continue; t += i * x; } yield t; }
          case 2 -> switch ((int) Math.signum(y)) { case -1 -> -1.5; case 0 -> 0; default -> { if (x > y) yield x; else yield 2; } };
          case 3 -> k * y;
          default -> 7;
        } * 2;
        int old = switch (k) { case 0: case 1: yield 3; case 2: k++; default: yield k; };
        terms.add("w", w); terms.add("old", old); terms.add("k", k);
        """
            .replace("case 2: k++; default", "case 2: default"));
    body(
        "arrow switch statements leave loops rightly",
        """
        double sum = 0;
        outer:
        for (int i = 0, m = 10; i < m; i++) {
          switch (i) {
            case 1, 3 -> sum += 1;
            case 4 -> { if (x > 0) break; sum += 10; }
            case 5 -> { continue; }
            case 8 -> { break outer; }
            default -> { for (double d : new double[] {1, 2.5f, 'c'}) { if (d > 2) break; sum += d * y; } }
          }
          sum += 0.1;
        }
        terms.add("sum", sum);
        """);
    body(
        "old switches fall through",
        """
        double r = 0; int k = (int) (x * 10) % 4;
        switch (k) { default: r += 1; case 1: r += 2; break; case 2: { r += 4; } case 3: double q = r * 2; r = q; }
        switch (k) { case -1: return; case 0: ; }
        terms.add("r", r);
        """);
    body(
        "old switches over characters and small numbers",
        """
        char c = x > 0 ? 'A' : 'B'; byte b = (byte) (y * 3); short s = 0;
        switch (c) { case 'A': s += 1; break; case (char) 66: s += 2; case 'C': s += 4; }
        switch (b) { case 1: case (byte) 2: s += 8; break; case -1: s += 16; default: s += 32; }
        int k = switch (c) { case 'A': yield 1; default: yield 2; };
        terms.add("s", s); terms.add("k", k);
        """);
    body(
        "labels, do, while and for",
        """
        int i = 0; double t = 0;
        a: do { i++; b: while (true) { t += 0.5; if (t > 3 * i) break b; if (i > 5) break a; if (t < -1) continue a; } } while (i < 9);
        int[] n = {3, 1, 2}; for (var e : n) t += e; c: for (int e : n) { for (long z = 0; z < 3; z++) { if (z == e) continue c; t++; } }
        for (;;) { if (i-- < 0) break; } { int i2 = i; t -= i2; }
        terms.add("t", t); terms.add("i", i);
        """);
    body(
        "choices mix numbers",
        """
        double a = x > 0 ? 1 : 0.5; int b = y > 0 ? 'a' : 3; float c = x > y ? 1 : 2.5f; long d = x < y ? 1L : 2;
        double e = (x > 0 && y > 0 || !(x < y)) ^ true ? x : y; boolean z = x > 0 == y > 0;
        terms.add("a", a + b); terms.add("c", c / 3); terms.add("d", d / 2); terms.add("e", z ? e : -e);
        Body body = x > 0 ? after.body("foot") : before.body("torso"); terms.add("h", body.position().z());
        terms.add("s", (x > y ? after : before).joint("rooty").velocity());
        """);
    body(
        "integers overflow and shift",
        """
        int big = Integer.MAX_VALUE; big++; long l = 1L << 40; int s = 1 << 33; int u = -8 >>> 28; long m = Long.MIN_VALUE; int mi = -2147483648;
        terms.add("a", big); terms.add("b", l + s + u); terms.add("c", m); terms.add("d", mi + 0b101 + 017 + 0x1F + 1_000L);
        terms.add("e", (int) 1e20 + (long) -1e30 + (byte) 200 + (char) 65 + (short) 70000); terms.add("f", 7 / 2 + 7 % -3 + -7 / 2);
        terms.add("g", (int) x / 2 + 5 % 3.5 + ~3); terms.add("h", Double.MAX_VALUE * 1e-300 + Math.E * Math.PI);
        """);
    body(
        "functions of the JDK",
        """
        double s = Math.sin(x) + Math.cos(y) + Math.tan(x) + Math.atan2(y, x) + Math.exp(-x * x) + Math.pow(Math.abs(x), 1.7) + Math.cbrt(y) + Math.hypot(x, y);
        s += Math.round(x) + Math.round((float) y) + Math.floorMod(7, 3) + Math.rint(y) + Math.signum(x) + Math.toRadians(x) + Math.log1p(Math.abs(x)) + Math.expm1(x / 100);
        s += Math.max(1, 2) + Math.min(1, 2.5) + Math.abs(-3) + Math.max(1L, 2) + Math.sinh(x / 100) + Math.asin(Shape.clamp(x, -1, 1)) + Math.copySign(2, x);
        terms.add("s", s); terms.add("n", Double.isNaN(s) || Double.isInfinite(s) ? 1 : 0); terms.add("c", Double.compare(x, y) + Integer.max(1, 2));
        terms.add("q", java.lang.Math.sqrt(Math.abs(x)) + StrictMath.log(2 + Math.abs(y)));
        """);
    body(
        "arrays and increments",
        """
        double[] v = new double[after.qposSize()]; int i = 0; while (i < v.length) v[i++] = after.qpos(i - 1) + 1;
        int[] n = {1, 2, 3}; n[i = 1] += 2.7; n[0]++; --n[2]; int k = n[1]-- - --n[0]; v[k % 2 == 0 ? 0 : 1] *= -1;
        float[] f = {1, 2}; f[0] += x; boolean[] b = new boolean[2]; b[1] |= x > 0; long[] l = {1, 'a'};
        double[] w = v; w[0] = 4; terms.add("v", v[0] + v[1] * n[1] + k); terms.add("f", f[0] + (b[1] ? 1 : 0) + l[1]);
        """);
    body(
        "groups, contacts and start",
        """
        Joints legs = after.joints("thigh_joint", "leg_joint"); double t = 0;
        for (int i = 0; i < legs.size(); i++) t += legs.get(i).position() * legs.get(i).velocity();
        Geoms g = before.geoms("foot_geom", "leg_geom"); t += g.get(1).contactForce() + g.get(0).up().x();
        t += after.bodies("torso", "foot").get(1).velocity().cross(after.centerOfMass()).norm();
        terms.add("t", t); terms.add("touch", after.touching("foot_geom", "floor") | before.touching("floor", "foot_geom") ? 1 : 0);
        terms.add("s", after.start().body("torso").position().distanceTo(after.body("torso").position()) + after.start().time());
        terms.add("w", after.within("qpos[2:]", -0.5, 1) ? 1 : 0); terms.add("u", action.of("leg_joint") + action.normalised(1) + action.previous(0));
        terms.add("f", after.actuator("leg_joint").force() + after.actuator("leg_joint").length() + after.dt() + after.qvelSize());
        var part = after.field("qvel[1:3]"); double s = 0; for (int i = 0; i < part.size(); i++) s += part.get(i) * (i + 1);
        terms.add("q", after.body("leg").orientation().pitch() + s + before.field("qpos").sumOfSquares() + after.site2());
        """
            .replace(" + after.site2()", ""));
    SOURCES.put(
        "helpers overload, constants chain",
        """
        import io.github.guerdon.reward.*;
        public final class Reward implements RewardFunction {
          private static final int B0 = 3, C = B0 << 2; private static final double A = 2 * B0 + Math.cos(0.35), NAN = 0.0 / 0.0, INF = -1 / 0.0;
          private static final float F = 0.1f; private static final boolean ON = B0 > 2; static final double[] W = {1, B0, -A, 1e-320};
          static double f(int x) { return x / 2; } static double f(long x) { return x / 4; } static double f(double x) { return x / 8; }
          private double f(double a, double... none) { return a; }
          static float g(float x) { return x * F; } static Vector3 v(State s) { return s.body("torso").velocity(); }
          static void put(Terms t, double x) { if (ON) { t.add("put", x); return; } t.add("never", 1); }
          @Override public void reward(State before, Action action, State after, Terms terms) {
            double x = v(after).x(); double ON2; if (ON) ON2 = 1; else ON2 = 2;
            terms.add("a", A * x + C + F); terms.add("b", f(5) + f(5L) + f('c') + f(2.5f) + f(x)); terms.add("c", g(3) + g((float) x));
            for (double w : W) put(terms, w * x); terms.add("d", W[1] * W.length + ON2); terms.add("e", Math.min(NAN, x) == x ? 1 : INF < x ? 2 : 3);
          }
        }
        """
            .replace("  private double f(double a, double... none) { return a; }\n", ""));
  }

  private Languages() {}

  private static void body(String name, String statements) {
    SOURCES.put(
        name,
        "import io.github.guerdon.reward.*;\n"
            + "public final class Reward implements RewardFunction {\n"
            + "@Override public void reward(State before, Action action, State after, Terms terms)"
            + " {\n"
            + "double x = after.body(\"torso\").velocity().x(), y ="
            + " before.joint(\"rooty\").position();\n"
            + statements
            + "}}\n");
  }
}
