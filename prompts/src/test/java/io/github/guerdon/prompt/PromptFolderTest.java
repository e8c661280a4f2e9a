package io.github.guerdon.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PromptFolderTest {

  @TempDir Path folder;

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  @Test
  void fileReplacesTheTextOfItsName() throws IOException {
    put("advice.md", "## Advice\r\n\r\nBe bold.\r\n");
    DesignPrompts design = new DesignPrompts(Prompts.of(folder));
    assertThat(design.system())
        .contains("## Advice\n\nBe bold.\n")
        .doesNotContain("What makes a reward train well");
  }

  @Test
  void fileInTheExamplesFolderReplacesTheExamplesReward() throws IOException {
    put("example/Reward.java", "public final class Reward {}\n");
    assertThat(new DesignPrompts(Prompts.of(folder)).system())
        .contains("```java\npublic final class Reward {}\n```");
  }

  @Test
  void emptyFolderAndHiddenFilesChangeNothing() throws IOException {
    put(".notes", "mine");
    assertThat(Prompts.of(folder).hash()).isEqualTo(Prompts.builtIn().hash());
  }

  @Test
  void oneOtherLetterChangesTheHash() throws IOException {
    put("answer.md", Prompts.builtIn().texts().get("answer.md").replace("120", "121"));
    assertThat(Prompts.of(folder).hash()).isNotEqualTo(Prompts.builtIn().hash()).hasSize(64);
  }

  @Test
  void unknownFileIsRefusedWithTheNearestName() throws IOException {
    put("refin.md", "x");
    assertThatThrownBy(() -> Prompts.of(folder))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("refin.md replaces no prompt; did you mean 'refine.md'?");
  }

  @Test
  void folderThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Prompts.of(folder.resolve("none")))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("is no folder");
  }

  @Test
  void missingVariableIsFoundBeforeAnythingIsRendered() throws IOException {
    put("refine.md", "{{ task.about }}\n{{ feedback.parent }}");
    assertThatThrownBy(() -> Prompts.of(folder))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("refine.md:2")
        .hasMessageContaining("parent");
  }

  @Test
  void missingVariableInAnIncludedPartIsFoundThere() throws IOException {
    put("reads.md", "## Reads\n\n{{ task.modl }}");
    assertThatThrownBy(() -> Prompts.of(folder))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("reads.md:3")
        .hasMessageContaining("modl");
  }

  @Test
  void unusedVariableIsFoundBeforeAnythingIsRendered() throws IOException {
    put("mutate.md", "{{ task.about }} {{ feedback.lessons }} {{ parent }}");
    assertThatThrownBy(() -> Prompts.of(folder))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("mutate.md does not use 'term'");
  }

  @Test
  void textThatIncludesItselfIsRefused() throws IOException {
    put("answer.md", "{% include \"answer.md\" %}");
    assertThatThrownBy(() -> Prompts.of(folder))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("answer.md includes itself (first.md > answer.md > answer.md)");
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws IOException {
    Files.write(folder.resolve("ask.md"), new byte[] {'a', (byte) 0xE9, 'b'});
    assertThatThrownBy(() -> Prompts.of(folder))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("ask.md is not UTF-8");
  }

  @Test
  void textThatIsTooLongIsRefused() throws IOException {
    put("ask.md", "x".repeat(70_000));
    assertThatThrownBy(() -> Prompts.of(folder))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("70000 bytes, at most 65536");
  }
}
