package io.github.guerdon.mujoco;

import org.jspecify.annotations.Nullable;

/**
 * Names the values that a gather can read; the native gather has the same order.
 *
 * <p>SI units, world frame. What an id means and which MuJoCo field is read is said by each kind.
 */
public enum GatherKind {
  /** Seconds since the last reset ({@code time}). */
  TIME(1, Stage.NONE, null),
  /** A slice of {@code qpos}; the id is its start. */
  QPOS(0, Stage.NONE, null),
  /** A slice of {@code qvel}; the id is its start. */
  QVEL(0, Stage.NONE, null),
  /** A slice of {@code act}; the id is its start. */
  ACT(0, Stage.NONE, null),
  /** A slice of {@code ctrl}; the id is its start. */
  CTRL(0, Stage.NONE, null),
  /** A body frame's origin ({@code xpos}). */
  BODY_POSITION(3, Stage.POSITION, ObjectType.BODY),
  /** A body frame's quaternion, w first ({@code xquat}). */
  BODY_ORIENTATION(4, Stage.POSITION, ObjectType.BODY),
  /**
   * The velocity of a body frame's origin in world axes ({@code mj_objectVelocity} of {@code
   * mjOBJ_XBODY}).
   */
  BODY_VELOCITY(3, Stage.VELOCITY, ObjectType.BODY),
  /** A body's angular velocity in world axes. */
  BODY_ANGULAR_VELOCITY(3, Stage.VELOCITY, ObjectType.BODY),
  /** A site's position ({@code site_xpos}). */
  SITE_POSITION(3, Stage.POSITION, ObjectType.SITE),
  /** A site's quaternion, w first (from {@code site_xmat}). */
  SITE_ORIENTATION(4, Stage.POSITION, ObjectType.SITE),
  /** A site's velocity in world axes. */
  SITE_VELOCITY(3, Stage.VELOCITY, ObjectType.SITE),
  /** A site's angular velocity in world axes. */
  SITE_ANGULAR_VELOCITY(3, Stage.VELOCITY, ObjectType.SITE),
  /** A geom's centre ({@code geom_xpos}). */
  GEOM_POSITION(3, Stage.POSITION, ObjectType.GEOM),
  /** A geom's quaternion, w first (from {@code geom_xmat}). */
  GEOM_ORIENTATION(4, Stage.POSITION, ObjectType.GEOM),
  /** The velocity of a geom's centre in world axes. */
  GEOM_VELOCITY(3, Stage.VELOCITY, ObjectType.GEOM),
  /** A geom's angular velocity in world axes. */
  GEOM_ANGULAR_VELOCITY(3, Stage.VELOCITY, ObjectType.GEOM),
  /**
   * The norm of the sum of all contact forces on a geom, newtons; valid at stage NONE and
   * ACCELERATION only.
   */
  GEOM_CONTACT_FORCE(1, Stage.ACCELERATION, ObjectType.GEOM),
  /** 1 if a geom is in an active contact, else 0. */
  GEOM_IN_CONTACT(1, Stage.POSITION, ObjectType.GEOM),
  /** 1 if two geoms are in active contact, else 0; the second one is {@code other}. */
  TOUCHING(1, Stage.POSITION, ObjectType.GEOM),
  /** A slice of {@code sensordata}; the id is its start. */
  SENSOR(0, Stage.ACCELERATION, null),
  /** An actuator's force, newtons or newton metres ({@code actuator_force}). */
  ACTUATOR_FORCE(1, Stage.ACCELERATION, ObjectType.ACTUATOR),
  /** An actuator's length ({@code actuator_length}). */
  ACTUATOR_LENGTH(1, Stage.POSITION, ObjectType.ACTUATOR),
  /** An actuator's velocity ({@code actuator_velocity}). */
  ACTUATOR_VELOCITY(1, Stage.VELOCITY, ObjectType.ACTUATOR),
  /** A tendon's length ({@code ten_length}). */
  TENDON_LENGTH(1, Stage.POSITION, ObjectType.TENDON),
  /** A tendon's velocity ({@code ten_velocity}). */
  TENDON_VELOCITY(1, Stage.VELOCITY, ObjectType.TENDON),
  /** The centre of mass of the whole model ({@code subtree_com} of the world body). */
  CENTER_OF_MASS(3, Stage.POSITION, null),
  /** How often the world's qpos, qvel or qacc were bad since its last reset. */
  WARNINGS(1, Stage.NONE, null),
  /**
   * A slice of a {@link DataField}; the id is the field's ordinal, {@code other} the slice's start.
   */
  FIELD(0, Stage.ACCELERATION, null);

  private final int width;
  private final Stage stage;
  private final @Nullable ObjectType type;

  GatherKind(int width, Stage stage, @Nullable ObjectType type) {
    this.width = width;
    this.stage = stage;
    this.type = type;
  }

  /** Returns the number of values, 0 for a slice, whose count decides. */
  public int width() {
    return width;
  }

  /**
   * Returns the stage that computes it; for {@link #SENSOR} and {@link #FIELD} {@link
   * GatherOp#stage} knows better.
   */
  public Stage stage() {
    return stage;
  }

  /** Returns the kind of element that the id names, or null for none. */
  @Nullable ObjectType type() {
    return type;
  }

  /** Returns the native gather's number for this kind. */
  @SuppressWarnings("EnumOrdinal") // The order is that of the native side.
  int code() {
    return ordinal();
  }
}
