package io.github.guerdon.env.sketch;

import io.github.guerdon.env.ActionMode;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.env.file.KeyName;
import io.github.guerdon.mujoco.ActuatorInfo;
import io.github.guerdon.mujoco.Transmission;
import io.github.guerdon.reward.slot.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an action of a new task means to its actuators.
 *
 * @param mode what it means
 * @param why why this
 */
record SketchAction(ActionMode mode, String why) {

  private static final double SHARE_OF_RANGE = 0.3;
  private static final double NEAR = 0.25;

  static SketchAction of(Subject subject, OptionalInt key, Optional<String> keyName) {
    List<Element> actuators = subject.vocabulary().elements(Kind.ACTUATOR);
    if (key.isPresent() && holdsPose(subject, actuators, key.getAsInt())) {
      double scale =
          middle(
              actuators.stream()
                  .map(Element::range)
                  .filter(r -> Double.isFinite(r.high() - r.low()))
                  .mapToDouble(r -> SHARE_OF_RANGE * (r.high() - r.low()) / 2)
                  .toArray(),
              SHARE_OF_RANGE);
      return new SketchAction(
          new ActionMode(
              Optional.of(new KeyName(keyName.orElseThrow(), new Where("key", 1, 1))),
              SketchNames.roughly(scale),
              1,
              0,
              1),
          "servos hold the keyframe's pose; an action moves them away from it");
    }
    List<Element> open =
        actuators.stream()
            .filter(a -> !Double.isFinite(a.range().high() - a.range().low()))
            .toList();
    if (open.isEmpty()) {
      return new SketchAction(
          ActionMode.DIRECT, "an action of -1 … 1 spans each actuator's ctrlrange");
    }
    double scale =
        middle(
            open.stream()
                .mapToDouble(a -> subject.structure().strongest(a.id()))
                .filter(Double::isFinite)
                .toArray(),
            1);
    return new SketchAction(
        new ActionMode(Optional.empty(), SketchNames.roughly(scale), 1, 0, 1),
        (open.size() == actuators.size() ? "no actuator has" : open.size() + " actuators lack")
            + " a ctrlrange: there an action of 1 is a control of this size; better, give them one");
  }

  /** Returns whether all actuators are servos whose controls in a keyframe are its pose. */
  private static boolean holdsPose(Subject subject, List<Element> actuators, int key) {
    double[] qpos = subject.model().keyframeQpos(key);
    double[] ctrl = subject.model().keyframeCtrl(key);
    for (Element actuator : actuators) {
      ActuatorInfo info = subject.model().actuator(actuator.id());
      if (info.transmission() != Transmission.JOINT
          || !subject.structure().holdsPosition(actuator.id())) {
        return false;
      }
      double range = actuator.range().high() - actuator.range().low();
      double wanted =
          subject.structure().gear(actuator.id())
              * qpos[subject.model().joint(info.target()).qposAddress()];
      double allowed = NEAR * (Double.isFinite(range) ? range : 1);
      if (Math.abs(ctrl[actuator.id()] - wanted) > allowed) {
        return false;
      }
    }
    return true;
  }

  private static double middle(double[] values, double without) {
    if (values.length == 0) {
      return without;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Weakens the action to a share of what it is. */
  SketchAction weakened(double share) {
    boolean offset = mode.key().isPresent();
    return new SketchAction(
        new ActionMode(
            mode.key(),
            SketchNames.roughly(share * mode.scale()),
            offset ? 1 : share,
            mode.delay(),
            mode.lowPass()),
        why + "; more of it blows the simulation up");
  }
}
