package io.github.guerdon.env;

import java.util.Objects;
import java.util.Optional;

/**
 * Says how an action becomes physics.
 *
 * @param frameSkip substeps of a control step, at least 1
 * @param derived which state the derived quantities belong to
 * @param action what an action means to the actuators
 * @param mocap the mocap body that actions move as well; empty for none
 */
public record Control(
    int frameSkip, Derived derived, ActionMode action, Optional<MocapControl> mocap) {

  /** Checks the number of substeps. */
  public Control {
    Objects.requireNonNull(derived);
    Objects.requireNonNull(action);
    Objects.requireNonNull(mocap);
    if (frameSkip < 1) {
      throw new IllegalArgumentException("frame_skip is " + frameSkip + ", must be at least 1");
    }
  }

  /** Makes a control whose actions span the actuators' ranges and take effect at once. */
  public Control(int frameSkip, Derived derived) {
    this(frameSkip, derived, ActionMode.DIRECT, Optional.empty());
  }

  /** Which state positions of bodies, velocities and contacts are computed from. */
  public enum Derived {
    /** The state that the step reached. */
    END,
    /** The state one substep before, as Gymnasium leaves them. */
    GYMNASIUM
  }
}
