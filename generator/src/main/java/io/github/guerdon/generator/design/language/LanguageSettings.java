package io.github.guerdon.generator.design.language;

/**
 * How a language model is asked.
 *
 * @param maxOutputTokens the most tokens of an answer, thinking included; an answer that is cut off
 *     is asked for once more with twice as many
 * @param promptTokens the most tokens of a prompt, what stays the same included
 * @param historyTurns how many earlier generations are told of
 * @param parallel the most calls at once
 */
public record LanguageSettings(
    int maxOutputTokens, int promptTokens, int historyTurns, int parallel) {

  /** Checks that all are at least 1. */
  public LanguageSettings {
    positive("maxOutputTokens", maxOutputTokens);
    positive("promptTokens", promptTokens);
    positive("historyTurns", historyTurns);
    positive("parallel", parallel);
  }

  /** Returns what suits hosted models. */
  public static LanguageSettings standard() {
    return new LanguageSettings(16_000, 7_000, 4, 8);
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", must be at least 1");
    }
  }
}
