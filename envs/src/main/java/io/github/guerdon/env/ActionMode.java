package io.github.guerdon.env;

import java.util.Objects;
import java.util.Optional;

/**
 * Says what an action means to the actuators.
 *
 * @param key the keyframe whose controls actions are offsets from; empty where actions span the
 *     actuators' ranges
 * @param scale what an offset of 1 means, in actuator units
 * @param delay control steps until a control takes effect
 * @param lowPass the share of the way to a new control that is gone in one control step, in (0, 1]
 */
public record ActionMode(Optional<KeyName> key, double scale, int delay, double lowPass) {

  /** Actions span the actuators' ranges and take effect at once. */
  public static final ActionMode DIRECT = new ActionMode(Optional.empty(), 1, 0, 1);

  /** Checks the numbers. */
  public ActionMode {
    Objects.requireNonNull(key);
    if (!(scale >= 0) || delay < 0 || !(lowPass > 0 && lowPass <= 1)) {
      throw new IllegalArgumentException(
          "scale is "
              + scale
              + ", delay "
              + delay
              + ", low_pass "
              + lowPass
              + "; scale and delay are not negative, low_pass is in (0, 1]");
    }
  }

  /** Returns whether controls take effect at once and whole. */
  boolean immediate() {
    return delay == 0 && lowPass == 1;
  }

  /** Says for a task's identity what an action means. */
  String identity() {
    return key.map(KeyName::name) + " " + scale + " " + delay + " " + lowPass;
  }
}
