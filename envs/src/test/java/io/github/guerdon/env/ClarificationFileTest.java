package io.github.guerdon.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClarificationFileTest {

  private static final String TASK =
      """
      # My task.
      name: push
      about: Push it.   # along x
      model: cart.xml
      control: { frame_skip: 5 }
      episode: { steps: 50 }
      observe: [ qpos ]
      fitness: { maximize: length }
      """;
  private static final String END = "training: { steps: 4000 }";

  private static final Clarification FIRST =
      new Clarification("How fast?", "As fast as \"it\" can.");
  private static final Clarification SECOND = new Clarification("Backwards: too?", "No — never.");

  @TempDir private Path folder;

  @Test
  void answersAreAddedAndAllElseStaysAsItWas() throws Exception {
    Path file = write(TASK + END);
    ClarificationFile.add(file, List.of(FIRST));
    assertThat(Files.readString(file)).startsWith(TASK + END + "\n" + ClarificationFile.KEY);
    assertThat(read(file)).containsExactly(FIRST);
  }

  @Test
  void laterAnswersFollowEarlierOnesWhereverTheyStand() throws Exception {
    for (String before :
        List.of(
            TASK + "clarifications:\n- answer: Slowly.\n  question: 'How?'\n" + END + "\n# end\n",
            TASK + END + "\nclarifications: [ { question: 'How?', answer: Slowly. } ]",
            TASK + END + "\nclarifications: [ { question: 'How?', answer: Slowly. } ] # why\n",
            "clarifications:\n    - question: How?\n      answer: Slowly.\n\n" + TASK + END)) {
      Path file = write(before);
      ClarificationFile.add(file, List.of(FIRST, SECOND));
      ClarificationFile.add(file, List.of(new Clarification("ü 🤖?", "tab\there")));
      assertThat(read(file))
          .as(Files.readString(file))
          .containsExactly(
              new Clarification("How?", "Slowly."),
              FIRST,
              SECOND,
              new Clarification("ü 🤖?", "tab here"));
      assertThat(Files.readString(file)).contains("# along x", END);
    }
  }

  @Test
  void brokenFileIsNotChanged() throws Exception {
    Path file = write(TASK + "nonsense: 1\n" + END);
    assertThatThrownBy(() -> ClarificationFile.add(file, List.of(FIRST)))
        .hasMessageContaining("unknown key 'nonsense'");
    assertThat(Files.readString(file)).doesNotContain("clarifications");
  }

  @Test
  void formGoesOutAndComesBackFilledIn() throws Exception {
    String form =
        ClarificationFile.form(Map.of("How \"fast\"?", "The speed's weight\n- question: depends."));
    Path file = Files.writeString(folder.resolve("form.yaml"), form);
    assertThat(ClarificationFile.filledIn(file)).isEmpty();
    Files.writeString(file, form.replace("answer: \"\"", "answer: \"1 m/s\""));
    assertThat(ClarificationFile.filledIn(file))
        .containsExactly(new Clarification("How \"fast\"?", "1 m/s"));
    Files.writeString(file, "- question: a\n  answr: b\n");
    assertThatThrownBy(() -> ClarificationFile.filledIn(file)).hasMessageContaining("'answer'");
  }

  @Test
  void answerIsNeeded() throws Exception {
    Path file = write(TASK + END + "\nclarifications: [ { question: 'How?' } ]\n");
    assertThatThrownBy(() -> read(file)).hasMessageContaining("key 'answer' is missing");
  }

  private Path write(String text) throws Exception {
    return Files.writeString(folder.resolve("task.yaml"), text);
  }

  private static List<Clarification> read(Path file) throws Exception {
    return TaskParser.parse(file.toString(), Files.readString(file)).description().clarifications();
  }
}
