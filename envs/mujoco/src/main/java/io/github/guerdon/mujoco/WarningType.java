package io.github.guerdon.mujoco;

/**
 * Names what MuJoCo counts for a world since its last reset, in MuJoCo's order ({@code
 * mjtWarning}).
 */
public enum WarningType {
  INERTIA,
  CONTACT_FULL,
  CONSTRAINT_FULL,
  BAD_QPOS,
  BAD_QVEL,
  BAD_QACC,
  BAD_CTRL;

  /** Returns MuJoCo's number for this warning. */
  @SuppressWarnings("EnumOrdinal") // The order is MuJoCo's.
  int code() {
    return ordinal();
  }
}
