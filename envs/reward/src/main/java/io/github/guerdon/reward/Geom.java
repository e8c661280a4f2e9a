package io.github.guerdon.reward;

/** A geom of the model: a shape that can touch others. */
public interface Geom {

  /** Returns the position of the geom's centre in the world, in m (MuJoCo {@code geom_xpos}). */
  Vector3 position();

  /** Returns the orientation in the world (MuJoCo {@code geom_xmat}). */
  Quaternion orientation();

  /**
   * Returns the linear velocity of the centre in world axes, in m/s (MuJoCo {@code
   * mj_objectVelocity} of {@code mjOBJ_GEOM}).
   */
  Vector3 velocity();

  /**
   * Returns the angular velocity in world axes, in rad/s (MuJoCo {@code mj_objectVelocity} of
   * {@code mjOBJ_GEOM}).
   */
  Vector3 angularVelocity();

  /**
   * Returns the size of the sum of all contact forces on the geom, in N (MuJoCo {@code
   * mj_contactForce}).
   */
  double contactForce();

  /**
   * Returns how long the geom has touched nothing, in s, to the control step; 0 in contact and at
   * an episode's start.
   */
  double airTime();

  /**
   * Returns how long the geom has been touching something, in s, to the control step; 0 in the air
   * and at an episode's start.
   */
  double contactTime();

  /** Returns the geom's own z axis in the world, a unit vector. */
  default Vector3 up() {
    return orientation().up();
  }
}
