package io.github.guerdon.sandbox.record;

import java.io.IOException;

/** Says that a file is not what it should be; the message names the file and what is wrong. */
public final class RecordException extends IOException {

  private static final long serialVersionUID = 1L;

  RecordException(String message) {
    super(message);
  }

  RecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
