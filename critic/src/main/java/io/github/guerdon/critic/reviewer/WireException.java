package io.github.guerdon.critic.reviewer;

import java.io.IOException;

/** Says that the other end of a pipe sent what it may not send. */
final class WireException extends IOException {

  private static final long serialVersionUID = 1L;

  WireException(String message) {
    super(message);
  }

  WireException(String message, Throwable cause) {
    super(message, cause);
  }
}
