package io.github.guerdon.mujoco;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the ways in which an actuator drives a model, in MuJoCo's order ({@code mjtTrn}). */
public enum Transmission {
  JOINT(ObjectType.JOINT),
  JOINT_IN_PARENT(ObjectType.JOINT),
  SLIDER_CRANK(ObjectType.SITE),
  TENDON(ObjectType.TENDON),
  SITE(ObjectType.SITE),
  BODY(ObjectType.BODY),
  /** Turns one orientation against another one. */
  ORIENTATION(null),
  UNDEFINED(null);

  private final @Nullable ObjectType target;

  Transmission(@Nullable ObjectType target) {
    this.target = target;
  }

  /** Returns the kind of element that the actuator's target is, if it is one. */
  public Optional<ObjectType> target() {
    return Optional.ofNullable(target);
  }

  /**
   * Returns the way with one of MuJoCo's numbers, {@link #UNDEFINED} for those that a model cannot
   * hold.
   */
  static Transmission of(int code) {
    Transmission[] all = values();
    return code >= 0 && code < all.length ? all[code] : UNDEFINED;
  }
}
