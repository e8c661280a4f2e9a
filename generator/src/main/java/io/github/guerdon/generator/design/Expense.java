package io.github.guerdon.generator.design;

/**
 * What a designer has cost.
 *
 * @param calls requests sent, retries included
 * @param inputTokens tokens sent
 * @param outputTokens tokens received, thinking included
 * @param dollars money in USD; not a number if a price is unknown
 */
public record Expense(long calls, long inputTokens, long outputTokens, double dollars) {

  /** Nothing at all. */
  public static final Expense NONE = new Expense(0, 0, 0, 0);
}
