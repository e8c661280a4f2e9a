package io.github.guerdon.generator.llm.account;

import io.github.guerdon.generator.llm.TokenUsage;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What calls to language models took.
 *
 * @param calls requests sent, failed ones and retries included
 * @param usage tokens, as far as they may have been billed
 * @param assumed those of {@code calls} whose tokens nobody reported: their most is counted
 * @param money US dollars, if the price is known
 */
public record Spend(long calls, TokenUsage usage, long assumed, Optional<BigDecimal> money) {

  /** Checks the numbers. */
  public Spend {
    Objects.requireNonNull(usage);
    if (assumed < 0 || assumed > calls) {
      throw new IllegalArgumentException(
          "spend is " + calls + " calls, " + assumed + " of them assumed; must be from 0 to all");
    }
    if (money.filter(m -> m.signum() < 0).isPresent()) {
      throw new IllegalArgumentException(
          "spend is " + money.orElseThrow() + " USD, must not be negative");
    }
  }

  /** Returns nothing spent. */
  public static Spend none() {
    return new Spend(0, TokenUsage.none(), 0, Optional.of(BigDecimal.ZERO));
  }

  /** Returns the same calls and tokens at a price. */
  public Spend at(Optional<Price> price) {
    return new Spend(calls, usage, assumed, price.map(p -> p.cost(usage)));
  }

  /** Returns both together; money only if both know theirs. */
  public Spend plus(Spend other) {
    return new Spend(
        Math.addExact(calls, other.calls),
        usage.plus(other.usage),
        Math.addExact(assumed, other.assumed),
        money.flatMap(m -> other.money.map(m::add)));
  }

  /**
   * Returns it in words: {@code 12 calls, 40,120 tokens in (1,024 cached), 9,300 out, 0.14 USD}.
   */
  public String line() {
    return Words.count(calls, "call")
        + (assumed == 0 ? "" : " (" + assumed + " of them assumed at their most)")
        + ", "
        + Words.number(usage.input())
        + " tokens in"
        + (usage.cachedInput() == 0 ? "" : " (" + Words.number(usage.cachedInput()) + " cached)")
        + ", "
        + Words.number(usage.output())
        + " out"
        + (usage.thinking() == 0 ? "" : " (" + Words.number(usage.thinking()) + " thinking)")
        + ", "
        + money.map(Words::dollars).orElse("price unknown");
  }
}
