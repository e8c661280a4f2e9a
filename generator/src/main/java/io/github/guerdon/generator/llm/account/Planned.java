package io.github.guerdon.generator.llm.account;

/**
 * The calls that a search may make, for an estimate before it begins.
 *
 * @param generations generations of the search
 * @param candidates candidates of each
 * @param repairRounds the most rounds in which a refused candidate is repaired
 * @param firstPrompt tokens of the first generation's prompt, system text included
 * @param refinePrompt tokens of a later generation's prompt, system text included
 * @param expectedOutput tokens of a usual answer, thinking included
 * @param maxOutput the most tokens of an answer
 */
public record Planned(
    int generations,
    int candidates,
    int repairRounds,
    long firstPrompt,
    long refinePrompt,
    long expectedOutput,
    long maxOutput) {

  /** Checks the numbers. */
  public Planned {
    if (generations < 1 || candidates < 1 || repairRounds < 0) {
      throw new IllegalArgumentException(
          "a plan has "
              + generations
              + " generations of "
              + candidates
              + " with "
              + repairRounds
              + " repair rounds; must be at least 1, 1 and 0");
    }
    if (firstPrompt < 0 || refinePrompt < 0 || expectedOutput < 0 || maxOutput < expectedOutput) {
      throw new IllegalArgumentException(
          "a plan has prompts of "
              + firstPrompt
              + " and "
              + refinePrompt
              + " tokens and answers of "
              + expectedOutput
              + " of "
              + maxOutput
              + "; must not be negative, and an answer within its most");
    }
  }
}
