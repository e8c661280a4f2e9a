package io.github.guerdon.generator.llm;

import java.util.Objects;

/**
 * What a model answered.
 *
 * @param text the answer; may be empty
 * @param thinking what the model thought, where the provider tells; may be empty
 * @param ending why it ended
 * @param usage tokens of the attempt that answered
 * @param model the model's name as the provider returned it; as asked for where it returns none
 * @param seconds how long the attempt that answered took
 * @param attempts requests sent for it, the failed ones included
 */
public record ModelReply(
    String text,
    String thinking,
    Ending ending,
    TokenUsage usage,
    String model,
    double seconds,
    int attempts) {

  /** Why an answer ended. */
  public enum Ending {
    /** The model had said all it wanted. */
    COMPLETE,
    /** The limit of output tokens or of the context was reached. */
    CUT_OFF,
    /** The provider's filter ended it. */
    FILTERED
  }

  /** Checks the numbers. */
  public ModelReply {
    Objects.requireNonNull(text);
    Objects.requireNonNull(thinking);
    Objects.requireNonNull(ending);
    Objects.requireNonNull(usage);
    Objects.requireNonNull(model);
    if (!(seconds >= 0) || attempts < 0) {
      throw new IllegalArgumentException(
          "a reply took " + seconds + " s and " + attempts + " attempts, must not be negative");
    }
  }
}
