package io.github.guerdon.generator.llm.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.Turn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TokenCounterTest {

  private final TokenCounter counter = new TokenCounter();

  @Test
  void textsHaveTheirPublishedCounts() {
    assertThat(counter.count("")).isZero();
    assertThat(counter.count("hello world")).isEqualTo(2);
    assertThat(counter.count("tiktoken is great!")).isEqualTo(6);
    // From the tokenizer's own published examples for o200k_base.
    assertThat(counter.count("antidisestablishmentarianism")).isEqualTo(6);
    assertThat(counter.count("2 + 2 = 4")).isEqualTo(7);
    assertThat(counter.count("お誕生日おめでとう")).isEqualTo(8);
  }

  @Test
  void specialTokensAreCountedAsText() {
    assertThat(counter.count("<|endoftext|>")).isGreaterThan(1);
    assertThat(counter.count("a <|endofprompt|> b")).isGreaterThan(4);
  }

  @Test
  void promptOfTenThousandTokensIsCountedAtOnce() {
    String prompt = "double speed = state.qvel(0); // forward, in m/s\n".repeat(700);
    assertThat(counter.count(prompt)).isBetween(8_000, 16_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (int i = 0; i < 20; i++) {
            counter.count(prompt);
          }
        });
  }

  @Test
  void endlessWordsAndLoneSurrogatesAreCountedAtOnce() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(counter.count("a".repeat(100_000))).isPositive();
          assertThat(counter.count("\n".repeat(100_000))).isPositive();
          assertThat(counter.count("\ud800x\udc00")).isPositive();
        });
  }

  @Test
  void requestCountsAllItsMessagesAndWhatStandsAroundThem() {
    ModelRequest request =
        new ModelRequest(
            "g1c1",
            "hello world",
            List.of(
                Turn.user("hello world"), Turn.assistant("hello world"), Turn.user("hello world")),
            100);
    assertThat(counter.count(request)).isEqualTo(4 * (2 + 8));
    assertThat(counter.most(request)).isEqualTo(60);
  }

  @Test
  void emptySystemTextIsNoMessage() {
    ModelRequest request = new ModelRequest("g1c1", "", List.of(Turn.user("hello world")), 100);
    assertThat(counter.count(request)).isEqualTo(10);
  }
}
