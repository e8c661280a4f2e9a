package io.github.guerdon.mujoco;

/** Reports that a system library is not installed, and which package has it. */
public final class MissingLibraryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingLibraryException(String message) {
    super(message);
  }
}
