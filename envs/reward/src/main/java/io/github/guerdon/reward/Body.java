package io.github.guerdon.reward;

/** A rigid body of the model. */
public interface Body {

  /** Returns the position of the body frame's origin, world frame, in m (MuJoCo {@code xpos}). */
  Vector3 position();

  /** Returns the orientation of the body frame in the world (MuJoCo {@code xquat}). */
  Quaternion orientation();

  /**
   * Returns the linear velocity of the body frame's origin in world axes, in m/s (MuJoCo {@code
   * mj_objectVelocity} of {@code mjOBJ_XBODY}).
   */
  Vector3 velocity();

  /**
   * Returns the angular velocity in world axes, in rad/s (MuJoCo {@code mj_objectVelocity} of
   * {@code mjOBJ_XBODY}).
   */
  Vector3 angularVelocity();

  /** Returns the body's own z axis in the world, a unit vector: (0, 0, 1) when level. */
  default Vector3 up() {
    return orientation().up();
  }
}
