package io.github.guerdon.mujoco;

/**
 * Reports an error that MuJoCo raised, in its own words; trying the same again fails the same way.
 */
public final class MujocoException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MujocoException(String message) {
    super(message);
  }
}
