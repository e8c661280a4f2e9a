package io.github.guerdon.prompt;

import org.jspecify.annotations.Nullable;

/** Says which prompt text is wrong, where, and what to do about it. */
public final class PromptException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PromptException(String message) {
    super(message);
  }

  PromptException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
