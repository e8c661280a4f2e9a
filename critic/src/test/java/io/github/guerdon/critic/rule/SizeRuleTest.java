package io.github.guerdon.critic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.verdict.Finding;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SizeRuleTest {

  @Test
  void longestTextPassesAndOneByteMoreDoesNot() {
    assertThat(findings("/".repeat(SourceText.MAX_BYTES))).isEmpty();
    assertThat(findings("/".repeat(SourceText.MAX_BYTES + 1))).containsExactly("SIZE");
  }

  @Test
  void fourThousandTokensPassAndOneMoreDoesNot() {
    assertThat(findings("; ".repeat(4_000))).isEmpty();
    assertThat(findings("; ".repeat(4_001))).containsExactly("SIZE");
  }

  private static java.util.List<String> findings(String text) {
    return Rules.check(SourceText.of(text.getBytes(StandardCharsets.UTF_8))).stream()
        .map(Finding::rule)
        .toList();
  }
}
