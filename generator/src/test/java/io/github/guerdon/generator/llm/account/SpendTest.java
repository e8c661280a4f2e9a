package io.github.guerdon.generator.llm.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.llm.TokenUsage;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpendTest {

  @Test
  void lineSaysWhatPeopleAsk() {
    assertThat(
            new Spend(
                    12,
                    new TokenUsage(40_120, 1_024, 9_300, 4_000),
                    1,
                    Optional.of(new BigDecimal("0.1372")))
                .line())
        .isEqualTo(
            "12 calls (1 of them assumed at their most), 40,120 tokens in (1,024 cached), 9,300 out"
                + " (4,000 thinking), 0.14 USD");
    assertThat(new Spend(1, new TokenUsage(5, 0, 6, 0), 0, Optional.empty()).line())
        .isEqualTo("1 call, 5 tokens in, 6 out, price unknown");
  }

  @Test
  void sumKnowsItsMoneyIfBothDo() {
    Spend known = new Spend(1, new TokenUsage(1, 0, 2, 0), 1, Optional.of(BigDecimal.ONE));
    Spend unknown = new Spend(2, new TokenUsage(3, 1, 4, 2), 0, Optional.empty());
    assertThat(known.plus(known).money()).contains(BigDecimal.valueOf(2));
    assertThat(known.plus(unknown))
        .isEqualTo(new Spend(3, new TokenUsage(4, 1, 6, 2), 1, Optional.empty()));
    assertThat(Spend.none().plus(known)).isEqualTo(known);
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThatThrownBy(() -> new Spend(1, TokenUsage.none(), 2, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Spend(1, TokenUsage.none(), 0, Optional.of(BigDecimal.ONE.negate())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CallCaps.none().withCalls(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 calls");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 USD",
    "12.345, 12.35 USD",
    "0.5, 0.50 USD",
    "0.0123, 0.013 USD",
    "0.000041, 0.000041 USD",
    "0.0000419, 0.000042 USD"
  })
  void amountsKeepTheDigitsThatMatter(BigDecimal amount, String words) {
    assertThat(Words.dollars(amount)).isEqualTo(words);
  }
}
