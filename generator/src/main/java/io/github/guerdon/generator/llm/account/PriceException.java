package io.github.guerdon.generator.llm.account;

/** Says in a sentence why prices cannot be used, and what to do. */
public final class PriceException extends Exception {

  private static final long serialVersionUID = 1L;

  PriceException(String message) {
    super(message);
  }
}
