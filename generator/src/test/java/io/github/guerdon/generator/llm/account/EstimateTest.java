package io.github.guerdon.generator.llm.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.llm.Provider;
import io.github.guerdon.generator.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EstimateTest {

  private static final Planned THREE_OF_FOUR = new Planned(3, 4, 2, 3_000, 6_000, 2_000, 16_000);

  @Test
  void callsAndTokensFollowThePlan() {
    Estimate estimate = Estimate.of(THREE_OF_FOUR, Optional.empty());
    // 4 first, 8 later, 3 repairs, 2 reflections.
    assertThat(estimate.expected().calls()).isEqualTo(17);
    assertThat(estimate.expected().usage())
        .isEqualTo(new TokenUsage(4 * 3_000 + 10 * 6_000 + 3 * 8_000, 0, 17 * 2_000, 0));
    // 4 first, 8 later, 24 repairs, 2 reflections, each asked for twice.
    assertThat(estimate.most().calls()).isEqualTo(2 * 38);
    assertThat(estimate.most().usage())
        .isEqualTo(new TokenUsage(2 * (4 * 3_000 + 10 * 6_000 + 24 * 22_000), 0, 38 * 48_000, 0));
  }

  @Test
  void smallestPlanIsOneCall() {
    Estimate estimate = Estimate.of(new Planned(1, 1, 0, 10, 0, 5, 5), Optional.empty());
    assertThat(estimate.expected().calls()).isEqualTo(1);
    assertThat(estimate.expected().usage()).isEqualTo(new TokenUsage(10, 0, 5, 0));
  }

  @Test
  void linesTellCallsTokensAndCost() {
    Price price =
        new Price(
            new BigDecimal("0.25"),
            new BigDecimal("0.025"),
            new BigDecimal("2"),
            "a price page",
            LocalDate.of(2026, 11, 5));
    assertThat(Estimate.of(THREE_OF_FOUR, Optional.of(price)).lines())
        .containsExactly(
            "calls: about 17, at most 76",
            "tokens: about 96,000 in and 34,000 out; at most 1,200,000 in and 1,824,000 out",
            "cost: about 0.092 USD, at most 3.95 USD (prices of 2026-11-05: a price page)");
  }

  @Test
  void unknownAndFreePricesAreSaid() {
    assertThat(Estimate.of(THREE_OF_FOUR, Optional.empty()).lines().get(2))
        .isEqualTo("cost: unknown, no price for this model; give one with --prices FILE");
    Optional<Price> local = PriceTable.builtIn().find(Provider.OLLAMA, "any", Optional.empty());
    assertThat(Estimate.of(THREE_OF_FOUR, local).lines().get(2))
        .isEqualTo("cost: nothing (runs on your own machine)");
  }

  @Test
  void mostIsNeverBelowExpected() {
    for (int repairs = 0; repairs < 4; repairs++) {
      Estimate estimate = Estimate.of(new Planned(4, 3, repairs, 100, 50, 7, 7), Optional.empty());
      assertThat(estimate.most().calls()).isGreaterThanOrEqualTo(estimate.expected().calls());
      assertThat(estimate.most().usage().input())
          .isGreaterThanOrEqualTo(estimate.expected().usage().input());
    }
  }

  @Test
  void impossiblePlansAreRefused() {
    assertThatThrownBy(() -> new Planned(0, 1, 0, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Planned(1, 1, 0, 1, 1, 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
