package io.github.guerdon.prompt;

/**
 * One earlier generation in a line or a few.
 *
 * @param generation its number, from 1
 * @param summary what was tried and what came of it
 */
public record TurnText(int generation, String summary) {

  /** Checks the number. */
  public TurnText {
    if (generation < 0 || summary.isBlank()) {
      throw new IllegalArgumentException(
          "generation " + generation + " needs a number from 0 and a summary");
    }
  }
}
