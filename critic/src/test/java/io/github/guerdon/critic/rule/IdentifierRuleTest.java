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

  @Test
  void scriptsThatAreWrittenTogetherAreOneAlphabet() {
    Marked.body(
        "NAME",
        """
        double 速さ = 1, 体の高さ = 2, ひざスピード = 3, açı = 4, hız = 5;
        double 速v = 1; // BUG
        double さж = 1; // BUG
        """);
  }

  @Test
  void lettersThatWereTakenFromOthersAreToldApartFromThem() {
    Marked.body(
        "NAME",
        """
        double spin = 1, W = 2, vo = 3;
        double spın = 1; // BUG
        double ᴠo = 1; // BUG
        double ꓪ = 1; // BUG
        double ѵ = 1; // BUG
        double Ꮤx = 1; // BUG
        double upǃ = 1; // BUG
        """);
  }
}
