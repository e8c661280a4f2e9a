package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.guerdon.critic.source.Answer;
import io.github.guerdon.critic.source.Comments;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AnswerTest {

  private static final String REWARD =
      """
      public final class Reward implements RewardFunction {
        public void reward(State before, Action action, State after, Terms terms) {
          terms.add("one", 1.5);
        }
      }
      """;

  static Stream<Corpus.Harmless> answers() {
    return Corpus.harmless("harmless");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void eachHarmlessAnswerHoldsOneReward(Corpus.Harmless harmless) {
    Answer answer = Answer.of(new String(harmless.bytes(), StandardCharsets.UTF_8));
    assertThat(answer.rewards()).hasSize(1);
    assertThat(answer.source().getBytes(StandardCharsets.UTF_8))
        .isEqualTo(Answer.extract(harmless.bytes()));
    assertThat(answer.prose()).doesNotContain("terms.add");
  }

  @Test
  void twoDifferentRewardsAreTwo() {
    String other = REWARD.replace("1.5", "2.5");
    assertThat(Answer.of(fence(REWARD) + fence(other)).rewards()).hasSize(2);
    assertThat(Answer.of(fence(REWARD + other)).rewards()).hasSize(2);
    assertThat(Answer.of(REWARD + "\nor\n" + other).rewards()).hasSize(2);
  }

  @Test
  void repeatedRewardIsOneWhateverItsSpacesAndComments() {
    String again = REWARD.replace("  ", "\t").replace("1.5", "/* same */ 1.5");
    assertThat(Answer.of(fence(REWARD) + fence(again)).rewards()).hasSize(1);
  }

  @Test
  void classInJsonIsTakenOut() {
    String string = REWARD.replace("\"", "\\\"").replace("\n", "\\n");
    String object =
        "{\n  \"thoughts\": \"a \\\"class\\\" act\",\n  \"code\": \"" + string + "\"\n}\n";
    assertThat(Answer.of(object).source()).isEqualTo(REWARD);
    assertThat(Answer.of(object).rewards()).hasSize(1);
    assertThat(Answer.of("Here it is.\n```json\n" + object + "```\n").source()).isEqualTo(REWARD);
    assertThat(Answer.of("```json\n" + object.strip() + "```\n").source()).isEqualTo(REWARD);
    assertThat(Answer.of("```json\n" + object).source()).isEqualTo(REWARD);
    String fenced = "[\"```java\\n" + string + "```\"]";
    assertThat(Answer.of(fenced).source()).isEqualTo(REWARD);
    String escaped =
        object.replace("<", "\\u003c").replace("(", "\\u0028").replace("\\n", "\\r\\n");
    assertThat(Answer.of(escaped).source().replaceAll(" +\n", "\n")).isEqualTo(REWARD);
  }

  @Test
  void brokenJsonStaysWhatItIs() {
    for (String text :
        new String[] {"{\"code\": \"class A {", "[\"class Reward {\\u12\"]", "{\"a\\", "{"}) {
      assertThat(Answer.of(text).rewards()).isEmpty();
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> Answer.of("{" + "\"class Reward ".repeat(70_000)).rewards());
  }

  @Test
  void fenceClosesBehindTheLastBraceToo() {
    String closed = "```java\n" + REWARD.stripTrailing() + " ```\n";
    Answer answer = Answer.of(closed.replace("1.5", "2.5") + "Better:\n" + closed + "Bye.");
    assertThat(answer.source().strip()).isEqualTo(REWARD.strip());
    assertThat(answer.prose().strip()).isEqualTo("Better:\nBye.");
    String sample = "// as in {}```\n" + REWARD;
    assertThat(Answer.of(fence(sample)).source()).isEqualTo(sample);
  }

  @Test
  void fenceOfJavaOpensInsideOfAnother() {
    for (String outer : new String[] {"```", "````markdown", "~~~text"}) {
      assertThat(Answer.of(outer + "\nThe class:\n" + fence(REWARD)).source()).isEqualTo(REWARD);
    }
    String commented = "/*\n * ```java\n * x();\n * ```\n */\n" + REWARD;
    assertThat(Answer.of(fence(commented)).source()).isEqualTo(commented);
  }

  @Test
  void sketchOfAClassIsNoReward() {
    String sketch = "public final class Reward implements RewardFunction { ... }\n";
    Answer answer = Answer.of(fence(sketch) + "now in full\n" + fence(REWARD));
    assertThat(answer.rewards()).hasSize(1);
    assertThat(answer.source()).isEqualTo(REWARD);
    assertThat(answer.prose().strip()).isEqualTo("now in full");
  }

  @Test
  void proseIsWhatStandsOutsideOfCodeAndThinking() {
    assertThat(Answer.of("<THINK>a</think>Why.\n" + fence(REWARD) + "<think>so on").prose().strip())
        .isEqualTo("Why.");
    assertThat(Answer.of("Why.\n" + REWARD + "Bye.").prose().strip()).isEqualTo("Why.\n\nBye.");
  }

  @Test
  void hugeHostileAnswersAreReadInTime() {
    for (String piece :
        new String[] {
          "class A implements ",
          "<think></think>",
          "<think>",
          "final ",
          "```a",
          "class A {",
          "/* ",
          "'",
          "\\u002f",
          "\\\\",
          "{",
          "\"\"\"",
          "class RewardFunction { reward("
        }) {
      String text = piece.repeat((1 << 20) / piece.length());
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Answer.of(text + "`"), piece);
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Comments.strip(text), piece);
    }
  }

  private static String fence(String code) {
    return "```java\n" + code + "```\n";
  }
}
