package io.github.guerdon.reward;

/** A site of the model: a marked place on a body. */
public interface Site {

  /** Returns the position in the world, in m (MuJoCo {@code site_xpos}). */
  Vector3 position();

  /** Returns the orientation in the world (MuJoCo {@code site_xmat}). */
  Quaternion orientation();

  /**
   * Returns the linear velocity in world axes, in m/s (MuJoCo {@code mj_objectVelocity} of {@code
   * mjOBJ_SITE}).
   */
  Vector3 velocity();

  /**
   * Returns the angular velocity in world axes, in rad/s (MuJoCo {@code mj_objectVelocity} of
   * {@code mjOBJ_SITE}).
   */
  Vector3 angularVelocity();

  /** Returns the site's own z axis in the world, a unit vector. */
  default Vector3 up() {
    return orientation().up();
  }
}
