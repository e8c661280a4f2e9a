package io.github.guerdon.generator.llm;

/** Answers requests; may be asked from several threads at once. */
public interface LanguageModel {

  /** Returns who answers, such as {@code openai gpt-5-mini}. */
  String name();

  /**
   * Asks and waits for the outcome.
   *
   * <p>An interrupt of the calling thread breaks the call off: the outcome is then {@link
   * CallFailure.Kind#CANCELLED}, and the thread stays interrupted.
   */
  ModelOutcome ask(ModelRequest request);
}
