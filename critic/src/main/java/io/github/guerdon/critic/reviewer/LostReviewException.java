package io.github.guerdon.critic.reviewer;

/** Says, in a sentence for the source's author, that a review came to no end. */
final class LostReviewException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean killed;

  LostReviewException(String message, Throwable cause) {
    this(message, cause, false);
  }

  LostReviewException(String message, Throwable cause, boolean killed) {
    super(message, cause);
    this.killed = killed;
  }

  /** Returns whether somebody else killed the reviewer, which says little of the source. */
  boolean killed() {
    return killed;
  }
}
