package io.github.guerdon.mujoco;

/**
 * Names how far a state's derived values are computed, in MuJoCo's order ({@code mjtStage}).
 *
 * <p>A step moves the state after it has computed them, so without a later stage ({@link #NONE})
 * they are those of the state one substep before.
 */
public enum Stage {
  /** Computes nothing; derived values are one substep behind. */
  NONE,
  /** Computes positions, contact pairs, lengths. */
  POSITION,
  /** Computes velocities too. */
  VELOCITY,
  /** Computes forces and accelerations too, for the cost of a substep. */
  ACCELERATION;

  /** Returns the later of two stages. */
  public Stage max(Stage other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Returns MuJoCo's number for this stage. */
  @SuppressWarnings("EnumOrdinal") // The order is that of the native side.
  int code() {
    return ordinal();
  }

  /** Returns the stage with one of MuJoCo's numbers. */
  static Stage of(int code) {
    Stage[] all = values();
    return all[code];
  }
}
