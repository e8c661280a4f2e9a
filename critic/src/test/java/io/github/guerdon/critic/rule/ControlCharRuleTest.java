package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ControlCharRuleTest {

  @Test
  void hiddenCharactersAreRefusedInCommentsToo() {
    Marked.body(
        "CONTROL_CHAR",
        """
        // harmless: →, é, 速度, 👩‍🔬, ⚠️, 1️⃣, ☎︎
        // \u202e reversed // BUG
        """);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x034F, 0x115F, 0x1160, 0x17B4, 0x3164, 0xFFA0, 0xFDD0, 0x180B, 0x2800, 0xFE03, 0xE0100,
        0xFFF0, 0xE0080, 0xFFFE, 0x1FFFF
      })
  void whatShowsNothingIsRefusedThoughUnicodeCallsItALetterOrLeavesItOut(int code) {
    Marked.body("CONTROL_CHAR", "double a = v; // " + Character.toString(code) + " // BUG\n");
  }

  @Test
  void aNameThatShowsNothingIsRefused() {
    Marked.body("CONTROL_CHAR", "double \u115f = v; // BUG\n");
  }
}
