package io.github.guerdon.mujoco;

/** Names the parts of a world's state row, in MuJoCo's order ({@code mjtState}). */
public enum StateComponent {
  TIME,
  QPOS,
  QVEL,
  ACT,
  HISTORY,
  WARMSTART,
  CTRL,
  QFRC_APPLIED,
  XFRC_APPLIED,
  EQ_ACTIVE,
  MOCAP_POS,
  MOCAP_QUAT,
  USERDATA,
  PLUGIN;

  /** Returns MuJoCo's bit for this part. */
  int bit() {
    return 1 << code();
  }

  /** Returns the number of that bit. */
  @SuppressWarnings("EnumOrdinal") // The order is MuJoCo's.
  int code() {
    return ordinal();
  }
}
