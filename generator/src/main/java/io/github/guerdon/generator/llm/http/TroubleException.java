package io.github.guerdon.generator.llm.http;

/** Carries a {@link Trouble} through LangChain4j. */
public final class TroubleException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Trouble trouble;

  TroubleException(Trouble trouble) {
    super(trouble.kind() + ": " + trouble.text());
    this.trouble = trouble;
  }

  /** Returns what went wrong. */
  public Trouble trouble() {
    return trouble;
  }
}
