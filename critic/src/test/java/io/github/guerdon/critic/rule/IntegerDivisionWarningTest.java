package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class IntegerDivisionWarningTest {

  @Test
  void wholeQuotientUsedAsAFractionIsFlagged() {
    Marked.body(
        "INTEGER_DIVISION",
        """
        int n = action.size();
        double half = 1 / 2; // BUG
        v += n / 2 * 0.5; // BUG
        int middle = n / 2;
        double fine = n / 2.0 + (double) n / 3;
        terms.add("y", half + middle + fine + v);
        """);
  }
}
