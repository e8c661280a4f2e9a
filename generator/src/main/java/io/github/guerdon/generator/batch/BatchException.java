package io.github.guerdon.generator.batch;

/** Says in a sentence what is wrong with a file that a batch is to read, and what to do. */
public final class BatchException extends Exception {

  private static final long serialVersionUID = 1L;

  BatchException(String message) {
    super(message);
  }
}
