package io.github.guerdon.env;

import io.github.guerdon.env.file.KeyName;
import java.util.Objects;
import java.util.Optional;

/**
 * Says what an action means to the actuators.
 *
 * @param key the keyframe whose controls actions are offsets from; empty where actions span the
 *     actuators' ranges
 * @param scale what 1 means in actuator units: as an offset, or to an actuator without a range
 * @param span the share of each actuator's range that direct actions span, around its middle, in
 *     (0, 1]
 * @param delay control steps until a control takes effect
 * @param lowPass the share of the way to a new control that is gone in one control step, in (0, 1]
 */
public record ActionMode(
    Optional<KeyName> key, double scale, double span, int delay, double lowPass) {

  /** Actions span the actuators' ranges and take effect at once. */
  public static final ActionMode DIRECT = new ActionMode(Optional.empty(), 1, 1, 0, 1);

  /** Checks the numbers. */
  public ActionMode {
    Objects.requireNonNull(key);
    if (!(scale >= 0) || !(span > 0 && span <= 1) || delay < 0 || !(lowPass > 0 && lowPass <= 1)) {
      throw new IllegalArgumentException(
          "scale is "
              + scale
              + ", span "
              + span
              + ", delay "
              + delay
              + ", low_pass "
              + lowPass
              + "; scale and delay are not negative, span and low_pass are in (0, 1]");
    }
  }

  /** Returns whether controls take effect at once and whole. */
  public boolean immediate() {
    return delay == 0 && lowPass == 1;
  }

  /** Says for a task's identity what an action means. */
  String identity() {
    String whole = key.map(KeyName::name) + " " + scale + " " + delay + " " + lowPass;
    return span == 1 ? whole : whole + " span " + span;
  }
}
