package io.github.guerdon.generator.llm.account;

import io.github.guerdon.generator.llm.TokenUsage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a model's tokens cost, in US dollars per million.
 *
 * @param input for tokens read
 * @param cachedInput for those of them that came from the provider's cache
 * @param output for tokens written, thinking included
 * @param source where the numbers come from, in words
 * @param asOf the day as of which they are known
 */
public record Price(
    BigDecimal input, BigDecimal cachedInput, BigDecimal output, String source, LocalDate asOf) {

  private static final int MILLION_DIGITS = 6;

  /** Checks that nothing is negative and that the cache makes nothing dearer. */
  public Price {
    Objects.requireNonNull(asOf);
    if (input.signum() < 0 || cachedInput.signum() < 0 || output.signum() < 0) {
      throw new IllegalArgumentException(
          "prices are " + input + ", " + cachedInput + " and " + output + ", must not be negative");
    }
    if (cachedInput.compareTo(input) > 0) {
      throw new IllegalArgumentException(
          "cached input costs " + cachedInput + ", must not exceed input at " + input);
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("a price must name its source");
    }
  }

  /** Returns the price of a server that nobody bills. */
  static Price free(LocalDate asOf) {
    return new Price(
        BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, "runs on this machine", asOf);
  }

  /** Returns what tokens cost, in US dollars, exactly. */
  public BigDecimal cost(TokenUsage usage) {
    BigDecimal fresh = BigDecimal.valueOf(usage.input() - usage.cachedInput()).multiply(input);
    BigDecimal cached = BigDecimal.valueOf(usage.cachedInput()).multiply(cachedInput);
    BigDecimal written = BigDecimal.valueOf(usage.output()).multiply(output);
    return fresh.add(cached).add(written).movePointLeft(MILLION_DIGITS);
  }

  /** Returns whether nothing is ever billed. */
  public boolean isFree() {
    return input.signum() == 0 && output.signum() == 0;
  }
}
