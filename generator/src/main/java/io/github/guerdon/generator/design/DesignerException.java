package io.github.guerdon.generator.design;

import java.util.Objects;

/** A designer cannot go on; the message says why and what to do. */
public final class DesignerException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What to do about it. */
  public enum Kind {
    /** A limit on calls, tokens or money is reached: end the search with what there is. */
    BUDGET,
    /** Something the user set is wrong: correct it and resume. */
    SETTING,
    /** Nobody answers: resume later. */
    UNREACHABLE
  }

  /** Makes one with what to do about it. */
  public DesignerException(Kind kind, String message) {
    super(message);
    this.kind = Objects.requireNonNull(kind);
  }

  /** Returns what to do about it. */
  public Kind kind() {
    return kind;
  }
}
