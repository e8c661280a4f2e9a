package io.github.guerdon.critic.reviewer;

/** Says, in a sentence for the source's author, that a review came to no end. */
final class LostReviewException extends Exception {

  private static final long serialVersionUID = 1L;

  LostReviewException(String message, Throwable cause) {
    super(message, cause);
  }
}
