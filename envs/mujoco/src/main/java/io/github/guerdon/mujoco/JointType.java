package io.github.guerdon.mujoco;

/** Names the kinds of joints, in MuJoCo's order ({@code mjtJoint}). */
public enum JointType {
  /** Moves freely: a position and a quaternion. */
  FREE(7, 6),
  /** Turns freely: a quaternion. */
  BALL(4, 3),
  /** Slides along one axis; metres. */
  SLIDE(1, 1),
  /** Turns about one axis; radians. */
  HINGE(1, 1);

  private final int positions;
  private final int velocities;

  JointType(int positions, int velocities) {
    this.positions = positions;
    this.velocities = velocities;
  }

  /** Returns how many entries of qpos a joint of this kind has. */
  public int positions() {
    return positions;
  }

  /** Returns how many entries of qvel a joint of this kind has. */
  public int velocities() {
    return velocities;
  }

  /** Returns the kind with one of MuJoCo's numbers. */
  static JointType of(int code) {
    JointType[] all = values();
    return all[code];
  }
}
