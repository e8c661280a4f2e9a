package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class UnusedTuneWarningTest {

  @Test
  void tunableThatNothingUsesIsFlagged() {
    Marked.members(
        "UNUSED_TUNE",
        """
        @Tune(min = 0, max = 2) static final double A = 1; // BUG
        @Tune(min = 0, max = 2) static final double B = 1;
        static double h() { return B; }
        """);
  }
}
