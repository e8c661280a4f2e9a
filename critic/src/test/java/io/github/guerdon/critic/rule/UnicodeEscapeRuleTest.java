package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class UnicodeEscapeRuleTest {

  @Test
  void escapesAreRefusedInCommentsToo() {
    Marked.body(
        "UNICODE_ESCAPE",
        """
        // a path C:/users is fine, and so is \\n
        // \\u000a System.exit(0); // BUG
        """);
  }
}
