package io.github.guerdon.critic.reviewer;

/** Says that nothing can be reviewed here: the reviewer does not start. No source is to blame. */
public final class ReviewerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReviewerException(String message) {
    super(message);
  }

  ReviewerException(String message, Throwable cause) {
    super(message, cause);
  }
}
