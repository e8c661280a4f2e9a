package io.github.guerdon.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PromptsTest {

  private static String render(String text, Map<String, Object> variables) {
    return Prompts.of(Map.of("x.md", text)).render("x.md", variables);
  }

  @Test
  void missingVariableIsRefusedByNameWithFileAndLine() {
    assertThatThrownBy(() -> render("{{ name }}\nand {{ other }}", Map.of("name", "a")))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("x.md:2")
        .hasMessageContaining("other")
        .hasMessageContaining("correct it there");
  }

  @Test
  void missingAttributeIsRefusedByName() {
    assertThatThrownBy(() -> render("{{ task.abuot }}", Map.of("task", Map.of("about", "a"))))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("x.md:1")
        .hasMessageContaining("abuot");
  }

  @Test
  void unusedVariableIsRefusedByName() {
    assertThatThrownBy(() -> render("other {{ name }}", Map.of("name", "a", "other", "b")))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("x.md does not use 'other'")
        .hasMessageContaining("{# without other #}");
  }

  @Test
  void wordInAStringIsNoUse() {
    assertThatThrownBy(() -> render("{{ \"name\" }}", Map.of("name", "a")))
        .hasMessageContaining("does not use 'name'");
  }

  @Test
  void attributeOfTheSameNameIsNoUse() {
    assertThatThrownBy(() -> render("{{ a.name }}", Map.of("a", Map.of("name", "x"), "name", "b")))
        .hasMessageContaining("does not use 'name'");
  }

  @Test
  void variableMayBeLeftOutByDeclaration() {
    assertThat(render("{# without other #}\n{{ name }}", Map.of("name", "a", "other", "b")))
        .isEqualTo("a\n");
  }

  @Test
  void variableThatOnlyAnIncludedTextUsesIsUsed() {
    Prompts prompts = Prompts.of(Map.of("x.md", "{% include \"y.md\" %}", "y.md", "{{ name }}"));
    assertThat(prompts.render("x.md", Map.of("name", "a"))).isEqualTo("a\n");
  }

  @Test
  void includedTextThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> render("{% include \"z.md\" %}", Map.of()))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("z.md")
        .hasMessageContaining("refine.md");
  }

  @Test
  void badSyntaxIsRefusedWithFileAndLine() {
    assertThatThrownBy(() -> render("a\n{% if x %}\nb", Map.of("x", true)))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("x.md:")
        .hasMessageContaining("correct it there");
  }

  @Test
  void lineNumbersStayTrueBehindTagLines() {
    String text = "{% if a %}\n{# note #}\n{% endif %}\n{{ other }}";
    assertThatThrownBy(() -> render(text, Map.of("a", true))).hasMessageContaining("x.md:4");
  }

  @Test
  void tagLineLeavesNoEmptyLine() {
    String text = "{# note #}\n{% for x in xs %}\n- {{ x }}\n{% endfor %}\nend";
    assertThat(render(text, Map.of("xs", List.of(1, 2)))).isEqualTo("- 1\n- 2\nend\n");
  }

  @Test
  void textIsNeitherEscapedNorReadAsTemplate() {
    assertThat(render("{{ name }}", Map.of("name", "a < b && {{ c }} {% if %}")))
        .isEqualTo("a < b && {{ c }} {% if %}\n");
  }

  @Test
  void builtInTextsPassTheirRehearsal() {
    Rehearsal.of(Prompts.builtIn());
    assertThat(Prompts.builtIn().texts().keySet()).containsExactlyElementsOf(PromptName.files());
  }
}
