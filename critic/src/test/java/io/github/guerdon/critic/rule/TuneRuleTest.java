package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class TuneRuleTest {

  @Test
  void boundsAreFiniteAndAroundANumber() {
    Marked.members(
        "TUNE",
        """
        @Tune(min = 0.1, max = 10) static final double A = 1;
        @Tune(min = 10, max = 0.1) static final double B = 1; // BUG
        @Tune(min = 0) static final double C = 1; // BUG
        @Tune(min = 2, max = 3) static final double D = 1; // BUG
        @Tune(min = 0, max = 1.0 / 0) static final double E = 1; // BUG
        @Tune(min = 0, max = 1) static final boolean F = true; // BUG
        @Tune(min = 0, max = 1) static double h() { return 1; } // BUG
        @Tune(min = 0, max = 200) static final char H = 'z'; // BUG
        @Tune(min = 0, max = 1, max = 2) static final double I = 1; // BUG
        @Tune(min = 0, max = 2, step = 1) static final double G = 1; // BUG
        """);
  }
}
