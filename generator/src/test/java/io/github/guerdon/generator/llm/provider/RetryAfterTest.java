package io.github.guerdon.generator.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RetryAfterTest {

  @Test
  void secondsAndDatesAreRead() {
    assertThat(RetryAfter.parse("30", Bench.NOW)).contains(Duration.ofSeconds(30));
    assertThat(RetryAfter.parse(" 0.2 ", Bench.NOW)).contains(Duration.ofMillis(200));
    assertThat(RetryAfter.parse("5s", Bench.NOW)).contains(Duration.ofSeconds(5));
    assertThat(RetryAfter.parse("Thu, 01 Jan 2026 12:01:00 GMT", Bench.NOW))
        .contains(Duration.ofMinutes(1));
  }

  @Test
  void aDateInThePastIsNoWait() {
    assertThat(RetryAfter.parse("Thu, 01 Jan 2026 11:00:00 GMT", Bench.NOW))
        .contains(Duration.ZERO);
  }

  @Test
  void anythingElseIsNoAnswer() {
    assertThat(RetryAfter.parse("soon", Bench.NOW)).isEmpty();
    assertThat(RetryAfter.parse("-3", Bench.NOW)).isEmpty();
    assertThat(RetryAfter.parse("99999999999999", Bench.NOW)).isEmpty();
  }
}
