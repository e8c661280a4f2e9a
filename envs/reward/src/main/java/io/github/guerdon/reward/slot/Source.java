package io.github.guerdon.reward.slot;

/**
 * Where a slot's numbers come from: a field of MuJoCo's {@code mjData}, something computed from it,
 * or the host's memory of the episode.
 */
public enum Source {
  /** Time since the episode's start; width 1. */
  TIME(1),
  /** {@code qpos[element .. element+width)}. */
  QPOS(0),
  /** {@code qvel[element .. element+width)}. */
  QVEL(0),
  CENTER_OF_MASS(3),
  BODY_POSITION(3),
  BODY_ORIENTATION(4),
  BODY_VELOCITY(3),
  BODY_ANGULAR_VELOCITY(3),
  SITE_POSITION(3),
  SITE_ORIENTATION(4),
  SITE_VELOCITY(3),
  SITE_ANGULAR_VELOCITY(3),
  GEOM_POSITION(3),
  GEOM_ORIENTATION(4),
  GEOM_VELOCITY(3),
  GEOM_ANGULAR_VELOCITY(3),
  GEOM_CONTACT_FORCE(1),
  /** 1 if the geom {@code element} is in an active contact, else 0. */
  GEOM_IN_CONTACT(1),
  /** Host memory, kept a control step at a time. */
  GEOM_AIR_TIME(1),
  /** Host memory, kept a control step at a time. */
  GEOM_CONTACT_TIME(1),
  /** 1 if the geoms {@code element} and {@code other} are in active contact, else 0. */
  TOUCHING(1),
  /** {@code sensordata[element .. element+width)}; element is the address. */
  SENSOR(0),
  ACTUATOR_FORCE(1),
  ACTUATOR_LENGTH(1),
  ACTUATOR_VELOCITY(1),
  TENDON_LENGTH(1),
  TENDON_VELOCITY(1),
  /** Numbers of the array number {@code element}, from {@code other} on, counted row by row. */
  FIELD(0),
  /** Host memory: the episode's parameter number {@code element}. */
  PARAMETER(1);

  private final int width;

  Source(int width) {
    this.width = width;
  }

  /** Returns the fixed number of doubles, or 0 if the slot says it. */
  public int width() {
    return width;
  }
}
