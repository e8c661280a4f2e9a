package io.github.guerdon.sandbox.cell;

/**
 * An attempt and how it went.
 *
 * @param error the kernel's error number, 0 if it succeeded
 */
record Trial(Attempt attempt, int error) {

  boolean failed() {
    return error != Errno.NONE;
  }

  @Override
  public String toString() {
    return attempt.words() + ": " + Errno.name(error);
  }
}
