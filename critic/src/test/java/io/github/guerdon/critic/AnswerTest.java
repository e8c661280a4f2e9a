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
import org.junit.jupiter.params.provider.ValueSource;

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
  void classInJsonWithinJsonOrWithRawLinesIsTakenOut() {
    String quoted = REWARD.replace("\"", "\\\"");
    String raw = "{\"name\": \"r\",\n \"java\": \"" + quoted + "\"\n}\n";
    assertThat(Answer.of(raw).source()).isEqualTo(REWARD);
    assertThat(Answer.of("```json\n" + raw + "```\n").source()).isEqualTo(REWARD);
    String inner = "{\"code\": \"" + quoted.replace("\n", "\\n") + "\"}";
    String call =
        "{\"name\": \"submit\", \"arguments\": \""
            + inner.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\"}";
    assertThat(Answer.of(call).source()).isEqualTo(REWARD);
    assertThat(Answer.of("<tool_call>\n" + call + "\n</tool_call>\n").source()).isEqualTo(REWARD);
  }

  @Test
  void classInAPythonStringIsTakenOut() {
    String python = "reward_code = \"\"\"\n" + REWARD + "\"\"\"\nprint(reward_code)\n";
    assertThat(Answer.of("```python\n" + python + "```\n").source().strip())
        .isEqualTo(REWARD.strip());
    assertThat(Answer.of(python).source().strip()).isEqualTo(REWARD.strip());
  }

  @Test
  void ofSeveralClassesInJsonTheLastRewardCounts() {
    String code = REWARD.replace("\"", "\\\"").replace("\n", "\\n");
    String object =
        "{\"draft\": \"%s\", \"final\": \"%s\", \"note\": \"class of terms {height}; class Old { }\"}";
    assertThat(Answer.of(object.formatted(code.replace("1.5", "2.5"), code)).source())
        .isEqualTo(REWARD);
  }

  @Test
  void quotationIsRead() {
    String quoted = "> " + fence(REWARD).strip().replace("\n", "\n> ").replace("> \n", ">\n");
    Answer answer = Answer.of("As you wished:\n\n" + quoted + "\n\nBye.\n");
    assertThat(answer.source()).isEqualTo(REWARD);
    assertThat(answer.prose().strip()).isEqualTo("As you wished:\n\n\nBye.");
    String comparison = REWARD.replace(";", "\n    > 0 ? 1 : 0;");
    assertThat(Answer.of(comparison).source()).isEqualTo(comparison);
  }

  @Test
  void diffOfAWholeClassComesToItsNewSide() {
    String whole = "+" + REWARD.strip().replace("\n", "\n+");
    assertThat(Answer.of("```diff\n" + whole + "\n```\n").source()).isEqualTo(REWARD);
    String changed = " " + REWARD.strip().replace("\n", "\n ").replace("\n }", "\n-  old\n+\n }");
    assertThat(Answer.of("```diff\n" + changed + "\n```\n").source())
        .isEqualTo(REWARD.strip().replace("\n}", "\n\n\n}") + "\n");
    // What is no diff after all stays as it is.
    assertThat(Answer.of("```diff\n" + REWARD + "```\n").source()).isEqualTo(REWARD);
  }

  @Test
  void jsonIsFoundBetweenTagsAndMayHoldAFence() {
    String code = REWARD.replace("\"", "\\\"").replace("\n", "\\n");
    String call =
        "<tool_call>\n{\"name\": \"submit\", \"arguments\": {\"source\": \"%s\"}}\n</tool_call>";
    assertThat(Answer.of(call.formatted(code)).source()).isEqualTo(REWARD);
    String fenced = "Here.\n```json\n{\n  \"java\": \"```java\\n" + code + "```\\n\"\n}\n```\n";
    assertThat(Answer.of(fenced).source()).isEqualTo(REWARD);
    assertThat(Answer.of(fenced).prose().strip()).isEqualTo("Here.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java\n",
        "Reward.java\n\nThis class pays for one thing. It is short.\n\n",
        "code: |\n",
        "cat > Reward.java << 'EOF'\n",
        "@Tune marks what matters.\nimport of anything else is not needed.\n",
        "class Reward with one term:\n"
      })
  void proseBeforeTheClassIsCutInAFenceToo(String prose) {
    assertThat(Answer.of(fence(prose + REWARD)).source()).isEqualTo(REWARD);
    assertThat(Answer.of(prose + REWARD).source()).isEqualTo(REWARD);
  }

  @Test
  void anotherTypeBesideTheRewardIsNoProse() {
    for (String other : new String[] {"interface A {}\n", "enum A { B }\n", "class a {}\n"}) {
      assertThat(Answer.of(other + REWARD).source()).isEqualTo(other + REWARD);
      assertThat(Answer.of(fence(other + REWARD)).source()).isEqualTo(other + REWARD);
      assertThat(Answer.of("Here:\n" + REWARD + other).source()).isEqualTo(REWARD + other);
    }
    String statement = "int x = 1;\n" + REWARD;
    assertThat(Answer.of(fence(statement)).source()).isEqualTo(statement);
  }

  @Test
  void wholeAnswerInOneFencedLineIsRead() {
    String line = REWARD.replaceAll("\\s+", " ").strip();
    assertThat(Answer.of("```java " + line + " ```").source().strip()).isEqualTo(line);
    assertThat(Answer.of("Use `x`.\n``` " + line + "```\nBye.").prose().strip())
        .isEqualTo("Use `x`.\nBye.");
  }

  @Test
  void repetitionThatIsCutOffIsNoOtherReward() {
    String loop = fence(REWARD) + "Again:\n```java\n" + REWARD.substring(0, 100);
    assertThat(Answer.of(loop).source()).isEqualTo(REWARD);
    String other = REWARD.replace("Terms terms", "Terms t").substring(0, 150);
    assertThat(Answer.of(fence(REWARD) + "Better:\n```java\n" + other).source())
        .isEqualTo(other + "\n");
  }

  @Test
  void patchOfANewFileIsRead() {
    String patch =
        "*** Begin Patch\n*** Add File: Reward.java\n+"
            + REWARD.strip().replace("\n", "\n+")
            + "\n*** End Patch\n";
    assertThat(Answer.of(patch).source()).isEqualTo(REWARD);
  }

  @Test
  void codeInAWebPageIsRead() {
    String page =
        REWARD
            .replace("1.5", "1 < 2 && 2 > 1 ? 1.5 : 0")
            .replace("&", "&amp;")
            .replace("<", "&lt;");
    String answer =
        "<pre><code>\n" + page.replace(">", "&gt;").replace("\"", "&quot;") + "</code></pre>";
    assertThat(Answer.of(answer).source())
        .isEqualTo(REWARD.replace("1.5", "1 < 2 && 2 > 1 ? 1.5 : 0"));
    String quoted = REWARD.replace("one", "&quot;");
    assertThat(Answer.of(quoted).source()).isEqualTo(quoted);
  }

  @Test
  void rulersInCommentsAreNoFences() {
    String ruled = "/*\n~~~~~~~~\nweights\n*/\n" + REWARD;
    assertThat(Answer.of(ruled).source()).isEqualTo(ruled);
  }

  @Test
  void whatTheServerLeftInIsNotRead() {
    String draft = fence(REWARD.replace("1.5", "2.5"));
    for (String thought :
        new String[] {
          "[THINK]\n" + draft + "[/THINK]\n",
          "<thinking budget=\"2048\">\n" + draft + "</thinking>\n",
          "<|channel|>analysis<|message|>"
              + draft
              + "<|end|><|start|>assistant<|channel|>final<|message|>"
        }) {
      Answer answer = Answer.of(thought + fence(REWARD));
      assertThat(answer.source()).isEqualTo(REWARD);
      assertThat(answer.rewards()).hasSize(1);
    }
    String turns = REWARD.strip() + "<|im_end|>\n<|im_start|>user\nThanks {so} much!<|im_end|></s>";
    assertThat(Answer.of(turns).source()).isEqualTo(REWARD);
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
