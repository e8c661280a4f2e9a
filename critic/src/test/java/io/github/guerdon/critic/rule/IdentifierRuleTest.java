package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class IdentifierRuleTest {

  @Test
  void identifiersAreShortAndOfOneAlphabet() {
    Marked.body(
        "NAME",
        """
        double dθ = 1, φ = 2, größe = 3, 速度 = 4;
        double М = 1; // BUG
        double Маth = 1; // BUG
        double abcdefghijabcdefghijabcdefghijabcdefghijk = 1; // BUG
        double ｘ = 1; // BUG
        double ν = 1; // BUG
        v += 1;
        """);
  }
}
