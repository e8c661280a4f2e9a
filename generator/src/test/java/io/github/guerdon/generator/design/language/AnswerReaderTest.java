package io.github.guerdon.generator.design.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.source.Answer;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.design.language.AnswerReader.Answered;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.TokenUsage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerReaderTest {

  private static final String CODE = Scene.code("forward", "1.5");
  private static final Path HARMLESS =
      Path.of("..", "critic", "src", "test", "resources", "harmless");

  static List<Path> harmless() throws IOException {
    try (Stream<Path> files = Files.list(HARMLESS)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
  }

  @Test
  void theFencedClassIsTheCodeAndTheRestTheRationale() {
    Answered read = read("Drive it,\n\n* gently.\n\n" + Scene.fence(CODE) + "Good luck!");
    assertThat(read).isEqualTo(new Answered(Reading.CODE, CODE, "Drive it, * gently. Good luck!"));
  }

  @Test
  void proseBehindAClassWithoutAFenceIsNoCode() {
    Answered read = read(CODE + "\nThis reward drives it: it pays for speed.\n");
    assertThat(read.reading()).isEqualTo(Reading.CODE);
    assertThat(read.text()).doesNotContain("pays for speed").endsWith("}\n");
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void harmlessAnswersReadAsTheCriticReadsThem(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Answered read = read(new String(bytes, StandardCharsets.UTF_8));
    assertThat(read.reading()).isEqualTo(Reading.CODE);
    assertThat(read.text().getBytes(StandardCharsets.UTF_8)).isEqualTo(Answer.extract(bytes));
    assertThat(read.rationale()).doesNotContain("terms.add", "<think>", "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"think", "thinking", "reasoning", "THINK"})
  void thinkingIsNeverCodeNorRationale(String tag) {
    String draft = Scene.fence(Scene.code("draft", "9"));
    String thought = "<" + tag + ">SECRET " + draft + "</" + tag + ">";
    assertThat(read(thought + "Why. " + "\n" + Scene.fence(CODE)))
        .isEqualTo(new Answered(Reading.CODE, CODE, "Why."));
    assertThat(read("SECRET " + draft + "</" + tag + ">\nWhy.\n" + Scene.fence(CODE)))
        .isEqualTo(new Answered(Reading.CODE, CODE, "Why."));
    assertThat(read(Scene.fence(CODE) + "Why.\n<" + tag + "> SECRET").rationale())
        .isEqualTo("Why.");
    assertThat(read("<" + tag + ">SECRET and no end").reading()).isEqualTo(Reading.EMPTY);
    assertThat(read("<" + tag + ">SECRET</" + tag + ">\n").reading()).isEqualTo(Reading.EMPTY);
  }

  @Test
  void snippetsWithoutAClassDoNotCount() {
    String snippet = "```java\ndouble x = after.qpos(0);\n```\n";
    assertThat(read(snippet + Scene.fence(CODE) + snippet).text()).isEqualTo(CODE);
  }

  @Test
  void twoDifferentRewardsAreTwoClasses() {
    String corrected = Scene.code("forward", "2.5");
    assertThat(read(Scene.fence(CODE) + "Corrected:\n" + Scene.fence(corrected)).reading())
        .isEqualTo(Reading.TWO_CLASSES);
    assertThat(read(Scene.fence(CODE + corrected)).reading()).isEqualTo(Reading.TWO_CLASSES);
  }

  @Test
  void theSameRewardTwiceIsOne() {
    String again = "// again\n" + CODE.replace("  ", "    ");
    assertThat(read(Scene.fence(CODE) + Scene.fence(again)).reading()).isEqualTo(Reading.CODE);
  }

  @Test
  void plainClassWithoutAFenceIsCode() {
    assertThat(read("Here it is:\n" + CODE))
        .isEqualTo(new Answered(Reading.CODE, CODE, "Here it is:"));
  }

  @Test
  void refusedFencedClassIsStillCodeForTheCriticToJudge() {
    assertThat(read("I'm sorry, it is long.\n" + Scene.fence(CODE)).reading())
        .isEqualTo(Reading.CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I can't help with that.",
        "I’m sorry, but I cannot write this.",
        "Sorry — I am unable to assist.",
        "I must decline."
      })
  void refusingProseIsDeclined(String text) {
    assertThat(read(text).reading()).isEqualTo(Reading.DECLINED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The class Reward should reward speed.",
        "```java\nterms.add(\"forward\", 1);\n```",
        "public void reward(State before, Action action, State after, Terms terms) { }"
      })
  void otherTextWithoutAClassIsNoCode(String text) {
    assertThat(read(text).reading()).isEqualTo(Reading.NO_CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "```java\n```"})
  void nothingIsEmpty(String text) {
    assertThat(read(text).reading()).isEqualTo(Reading.EMPTY);
  }

  @Test
  void theEndingSaysMoreThanTheText() {
    assertThat(AnswerReader.read(reply(Scene.fence(CODE), Ending.CUT_OFF)).reading())
        .isEqualTo(Reading.CUT_OFF);
    assertThat(AnswerReader.read(reply(Scene.fence(CODE), Ending.FILTERED)).reading())
        .isEqualTo(Reading.DECLINED);
  }

  @Test
  void rationaleIsOneShortLineOfVisibleCharacters() {
    String prose = "Why\u0000\u001b[31m\u202e so?\r\n\u2028".repeat(80);
    String rationale = read(prose + "\n" + Scene.fence(CODE)).rationale();
    assertThat(rationale).startsWith("Why [31m so? Why").hasSizeLessThanOrEqualTo(300);
    assertThat(rationale).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}]").endsWith(" …");
  }

  @Test
  void halfACharacterBecomesAWholeOne() {
    assertThat(read("\ud83d no code").text()).isEqualTo("? no code");
  }

  private static Answered read(String text) {
    return AnswerReader.read(reply(text, Ending.COMPLETE));
  }

  private static ModelReply reply(String text, Ending ending) {
    return new ModelReply(text, "", ending, TokenUsage.none(), "scripted-1", 1, 1);
  }
}
