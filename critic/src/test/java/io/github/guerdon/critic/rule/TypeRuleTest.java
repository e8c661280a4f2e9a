package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class TypeRuleTest {

  @Test
  void valuesAreNumbersArraysAndApiTypes() {
    Marked.body(
        "TYPE",
        """
        String name = "x"; // BUG
        Double boxed = 1.0; // BUG
        java.util.List<Double> list; // BUG
        double[] numbers = {1, 2};
        Vector3[] points = {after.centerOfMass()}; // BUG
        Body body = after.body("torso");
        double time = ((State) after).time(); // BUG
        int k = (int) v;
        """);
  }

  @Test
  void helpersTakeApiTypes() {
    Marked.members(
        "TYPE",
        """
        static double h(State s, Body b, double[] xs, int... ns) { return s.time(); }
        static double g(Object o) { return 1; } // BUG
        static Object f() { return 1; } // BUG
        """);
  }
}
