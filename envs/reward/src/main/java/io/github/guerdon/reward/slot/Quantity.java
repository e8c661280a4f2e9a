package io.github.guerdon.reward.slot;

/** What an accessor of the reward API reads from an element. */
public enum Quantity {
  TIME,
  QPOS,
  QVEL,
  CENTER_OF_MASS,
  POSITION,
  ORIENTATION,
  VELOCITY,
  ANGULAR_VELOCITY,
  CONTACT_FORCE,
  AIR_TIME,
  CONTACT_TIME,
  VALUE,
  FORCE,
  LENGTH
}
