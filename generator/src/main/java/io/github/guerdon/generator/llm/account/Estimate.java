package io.github.guerdon.generator.llm.account;

import io.github.guerdon.generator.llm.TokenUsage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a planned search is expected to take, and what it takes at most.
 *
 * <p>Expected: every fourth candidate needs one repair round, and each generation but the last is
 * reflected on once. At most: every candidate uses all its repair rounds, and every answer is cut
 * off at its limit and asked for once more at twice the limit. Requests that fail and are sent
 * again are in neither; the caps hold them too.
 *
 * @param expected the likely spend
 * @param most the worst case
 * @param price what the model costs, if known
 */
public record Estimate(Spend expected, Spend most, Optional<Price> price) {

  private static final int CANDIDATES_A_REPAIR = 4;
  // An answer that was cut off is asked for again with twice the room.
  private static final int ROOM_AGAIN = 3;

  /** Estimates a plan. */
  public static Estimate of(Planned plan, Optional<Price> price) {
    return new Estimate(expected(plan).at(price), most(plan).at(price), price);
  }

  private static Spend expected(Planned plan) {
    long first = plan.candidates();
    long later = (long) (plan.generations() - 1) * plan.candidates();
    long repairs =
        plan.repairRounds() == 0
            ? 0
            : (first + later + CANDIDATES_A_REPAIR - 1) / CANDIDATES_A_REPAIR;
    long reflections = plan.generations() - 1L;
    long input =
        first * plan.firstPrompt()
            + (later + reflections) * plan.refinePrompt()
            + repairs * repairPrompt(plan, plan.expectedOutput());
    long calls = first + later + repairs + reflections;
    return spend(calls, input, calls * plan.expectedOutput());
  }

  private static Spend most(Planned plan) {
    long first = plan.candidates();
    long later = (long) (plan.generations() - 1) * plan.candidates();
    long repairs = (first + later) * plan.repairRounds();
    long reflections = plan.generations() - 1L;
    long input =
        first * plan.firstPrompt()
            + (later + reflections) * plan.refinePrompt()
            + repairs * repairPrompt(plan, plan.maxOutput());
    long asked = first + later + repairs + reflections;
    return spend(2 * asked, 2 * input, ROOM_AGAIN * asked * plan.maxOutput());
  }

  /** A repair shows the task again, the refused code, and what was found. */
  private static long repairPrompt(Planned plan, long answer) {
    return Math.max(plan.firstPrompt(), plan.refinePrompt()) + answer;
  }

  private static Spend spend(long calls, long input, long output) {
    return new Spend(calls, new TokenUsage(input, 0, output, 0), 0, Optional.empty());
  }

  /** Returns the estimate for people: calls, tokens, cost. */
  public List<String> lines() {
    return List.of(
        "calls: about "
            + Words.number(expected.calls())
            + ", at most "
            + Words.number(most.calls()),
        "tokens: about " + tokens(expected.usage()) + "; at most " + tokens(most.usage()),
        "cost: " + cost());
  }

  private static String tokens(TokenUsage usage) {
    return Words.number(usage.input()) + " in and " + Words.number(usage.output()) + " out";
  }

  private String cost() {
    if (price.isEmpty()) {
      return "unknown, no price for this model; give one with --prices FILE";
    }
    if (price.orElseThrow().isFree()) {
      return "nothing (" + price.orElseThrow().source() + ")";
    }
    return "about "
        + dollars(expected)
        + ", at most "
        + dollars(most)
        + " (prices of "
        + price.orElseThrow().asOf()
        + ": "
        + price.orElseThrow().source()
        + ")";
  }

  private static String dollars(Spend spend) {
    return Words.dollars(spend.money().orElse(BigDecimal.ZERO));
  }
}
