package io.github.guerdon.generator.llm.stub;

import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.TokenUsage;

/**
 * An answer to put into a provider's wire format.
 *
 * @param thinking what it thinks; empty for none
 */
public record Canned(String text, String thinking, Ending ending, TokenUsage usage, String model) {

  /** Returns an ordinary answer. */
  public static Canned saying(String text) {
    return new Canned(
        text, "", Ending.COMPLETE, new TokenUsage(30, 10, 12, 5), "stub-model-2026-01-01");
  }

  /** Returns this answer with another ending. */
  public Canned ending(Ending other) {
    return new Canned(text, thinking, other, usage, model);
  }

  /** Returns this answer with thinking. */
  public Canned thinking(String other) {
    return new Canned(text, other, ending, usage, model);
  }
}
