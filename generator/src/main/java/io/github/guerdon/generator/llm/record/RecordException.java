package io.github.guerdon.generator.llm.record;

/** Says in a sentence why a recorded call cannot be used, and what to do. */
public final class RecordException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  RecordException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
