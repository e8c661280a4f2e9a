package io.github.guerdon.sandbox.training;

/**
 * Says that trainings cannot be run or recorded here: a trainer does not start, a folder cannot be
 * written. No candidate is to blame.
 */
public sealed class SandboxException extends RuntimeException permits WeakSandboxException {

  private static final long serialVersionUID = 1L;

  /** Makes an exception that names what failed and what to do. */
  public SandboxException(String message) {
    super(message);
  }

  /** Makes an exception with the failure that led to it. */
  public SandboxException(String message, Throwable cause) {
    super(message, cause);
  }
}
