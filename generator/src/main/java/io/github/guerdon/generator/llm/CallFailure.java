package io.github.guerdon.generator.llm;

import java.util.Objects;

/**
 * Why there is no answer.
 *
 * @param kind the kind of trouble
 * @param message what happened and what to do, without any key
 * @param attempts requests sent before it was given up
 */
public record CallFailure(Kind kind, String message, int attempts) {

  /** Checks that something is said. */
  public CallFailure {
    Objects.requireNonNull(kind);
    if (message.isBlank() || attempts < 0) {
      throw new IllegalArgumentException(
          "a failure after " + attempts + " attempts must say what happened: \"" + message + "\"");
    }
  }

  /** What helps against a failure. */
  public enum Remedy {
    /** The same request may succeed later. */
    RETRY,
    /** A setting that the message names has to change. */
    CHANGE_SETTING,
    /** Nothing that this run may do. */
    STOP
  }

  /** Kinds of trouble, by what to do about them. */
  public enum Kind {
    /** The provider asks to slow down. */
    RATE_LIMITED(Remedy.RETRY),
    /** The provider is broken or overloaded. */
    SERVER_ERROR(Remedy.RETRY),
    /** No answer, or no next part of it, in time. */
    TIMED_OUT(Remedy.RETRY),
    /** No connection, or a broken one. */
    UNREACHABLE(Remedy.RETRY),
    /** What came is no answer: broken JSON, a wrong type, too much of it. */
    BAD_ANSWER(Remedy.RETRY),
    /** The key is missing, wrong, or may not do this. */
    BAD_KEY(Remedy.CHANGE_SETTING),
    /** There is no such model, or no such address. */
    UNKNOWN_MODEL(Remedy.CHANGE_SETTING),
    /** The provider does not accept the request. */
    BAD_REQUEST(Remedy.CHANGE_SETTING),
    /** The request is longer than the model's context. */
    CONTEXT_TOO_LONG(Remedy.CHANGE_SETTING),
    /** The account has no credit left. */
    QUOTA(Remedy.STOP),
    /** The run's own caps allow no further call. */
    BUDGET(Remedy.STOP),
    /** The run was asked to stop. */
    CANCELLED(Remedy.STOP),
    /** A replay has no such answer. */
    NOT_RECORDED(Remedy.STOP);

    private final Remedy remedy;

    Kind(Remedy remedy) {
      this.remedy = remedy;
    }

    /** Returns what helps. */
    public Remedy remedy() {
      return remedy;
    }
  }
}
