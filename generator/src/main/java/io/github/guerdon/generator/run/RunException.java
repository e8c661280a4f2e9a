package io.github.guerdon.generator.run;

/** Says in a sentence why a run directory cannot be used, and what to do. */
public final class RunException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /**
   * Makes one.
   *
   * @param message says what is wrong and what to do
   */
  public RunException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Returns what kind of trouble it is. */
  public Kind kind() {
    return kind;
  }

  /** What can be wrong with a run directory. */
  public enum Kind {
    /** There is something already. */
    EXISTS,
    /** There is no run to resume. */
    NOT_FOUND,
    /** Another process works on it. */
    HELD,
    /** It holds something that is no run of this version, or is damaged. */
    UNREADABLE,
    /** It cannot be written. */
    UNWRITABLE
  }
}
