package io.github.guerdon.sandbox.cell;

/**
 * Says that no cell could prove as strong a seal as is asked for; no candidate has run.
 *
 * <p>Not worth retrying on the same machine.
 */
public final class SealException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int level;

  SealException(int level, String message) {
    super(message);
    this.level = level;
  }

  /** Returns the strongest level that was proven. */
  public int level() {
    return level;
  }
}
