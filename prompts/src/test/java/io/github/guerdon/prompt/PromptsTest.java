package io.github.guerdon.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class PromptsTest {

  @Test
  void missingVariableIsRefusedByName() {
    assertThatThrownBy(
            () -> Prompts.render("x.md", "{{ name }} and {{ other }}", Map.of("name", "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x.md")
        .hasMessageContaining("other");
  }

  @Test
  void unusedVariableIsRefusedByName() {
    assertThatThrownBy(
            () -> Prompts.render("x.md", "other {{ name }}", Map.of("name", "a", "other", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x.md does not use 'other'");
  }

  @Test
  void textIsNotEscaped() {
    assertThat(Prompts.render("x.md", "{{ name }}", Map.of("name", "a < b && c")))
        .isEqualTo("a < b && c");
  }
}
