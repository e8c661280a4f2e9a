package io.github.guerdon.sandbox.training;

/**
 * Says that reward processes cannot be sealed here and that nobody allowed them to run unsealed. No
 * reward has run.
 */
public final class WeakSandboxException extends SandboxException {

  private static final long serialVersionUID = 1L;

  private final int level;

  /** Makes an exception with the level that was proven. */
  public WeakSandboxException(int level, String message) {
    super(message);
    this.level = level;
  }

  /** Returns the sandbox level that a reward process could prove. */
  public int level() {
    return level;
  }
}
