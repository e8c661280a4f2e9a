package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class ControlCharRuleTest {

  @Test
  void hiddenCharactersAreRefusedInCommentsToo() {
    Marked.body(
        "CONTROL_CHAR",
        """
        // harmless: →, é, 速度, 👩‍🔬
        // \u202e reversed // BUG
        """);
  }
}
