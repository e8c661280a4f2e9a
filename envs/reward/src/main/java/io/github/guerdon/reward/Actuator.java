package io.github.guerdon.reward;

/** An actuator of the model. */
public interface Actuator {

  /**
   * Returns the scalar force or torque that it applies, in N or N·m (MuJoCo {@code
   * actuator_force}).
   */
  double force();

  /** Returns its length, in m or rad times gear (MuJoCo {@code actuator_length}). */
  double length();

  /** Returns the rate of its length (MuJoCo {@code actuator_velocity}). */
  double velocity();
}
