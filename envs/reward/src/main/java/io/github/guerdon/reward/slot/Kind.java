package io.github.guerdon.reward.slot;

/** What a handle stands for. */
public enum Kind {
  /** The world as a whole: time, qpos, qvel, centre of mass; there is one. */
  WORLD,
  BODY,
  JOINT,
  SITE,
  GEOM,
  SENSOR,
  ACTUATOR,
  TENDON,
  /** A pair of geoms that may touch, named {@code a|b}. */
  CONTACT,
  /** A field slice with bounds, named as written. */
  SLICE,
  /** An episode parameter. */
  PARAMETER
}
