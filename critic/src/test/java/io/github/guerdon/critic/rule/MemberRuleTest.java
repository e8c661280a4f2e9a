package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class MemberRuleTest {

  @Test
  void onlyConstantsAndMethodsAreMembers() {
    Marked.members(
        "MEMBER",
        """
        static { } // BUG
        public Reward() { } // BUG
        enum Phase { A } // BUG
        record Pair(double a) { } // BUG
        static <T> double h(T t) { return 1; } // BUG
        static double g() { return 1; }
        """);
  }
}
