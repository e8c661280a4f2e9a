package io.github.guerdon.critic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.verdict.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NestingRuleTest {

  @Test
  void fortyEightBracketsPassAndOneMoreDoesNot() {
    assertThat(findings("(".repeat(48) + "1" + ")".repeat(48))).isEmpty();
    assertThat(findings("(".repeat(49) + "1" + ")".repeat(49))).containsExactly("NESTING");
    assertThat(findings("// " + "(".repeat(99))).isEmpty();
  }

  private static List<String> findings(String text) {
    return Rules.check(SourceText.of(text.getBytes(StandardCharsets.UTF_8))).stream()
        .map(Finding::rule)
        .toList();
  }
}
