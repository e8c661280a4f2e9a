package io.github.guerdon.critic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.verdict.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EncodingRuleTest {

  @Test
  void firstByteThatIsNotUtf8HasItsPlace() {
    byte[] text = "// fine\n// H\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    List<Finding> findings = Rules.check(SourceText.of(text));
    assertThat(findings).extracting(Finding::rule).contains("ENCODING");
    assertThat(findings.get(0).line()).isEqualTo(2);
    assertThat(findings.get(0).column()).isEqualTo(5);
  }

  @Test
  void strictUtf8Passes() {
    byte[] text = "// H\u00e9 \ud83d\ude80\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Rules.check(SourceText.of(text))).isEmpty();
  }
}
