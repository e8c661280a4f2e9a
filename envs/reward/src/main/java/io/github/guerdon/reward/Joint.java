package io.github.guerdon.reward;

/** A hinge or slide joint of the model. */
public interface Joint {

  /**
   * Returns the joint's position, in rad for a hinge and m for a slide (MuJoCo {@code qpos} at
   * {@code jnt_qposadr}).
   */
  double position();

  /** Returns the joint's velocity, in rad/s or m/s (MuJoCo {@code qvel} at {@code jnt_dofadr}). */
  double velocity();
}
