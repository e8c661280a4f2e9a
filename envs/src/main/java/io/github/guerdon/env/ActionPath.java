package io.github.guerdon.env;

import io.github.guerdon.reward.slot.Kind;
import java.io.IOException;

/** Takes a policy's numbers to the simulation: scaled to controls, then delayed and smoothed. */
final class ActionPath {

  private final ActionScale scale;
  private final ActionFilter filter;

  ActionPath(Task task, int worlds) {
    ActionMode mode = task.description().control().action();
    scale =
        new ActionScale(
            task.vocabulary().elements(Kind.ACTUATOR),
            mode,
            mode.key().map(task.facts()::ctrl).orElse(null));
    filter = new ActionFilter(mode, scale.neutral(), worlds);
  }

  /** Returns what turns actions into controls. */
  ActionScale scale() {
    return scale;
  }

  /** Forgets the controls of a world's last episode. */
  void begin(int world) {
    filter.begin(world);
  }

  /** Returns what the actuators get when these controls are asked for. */
  double[] apply(double[] asked) {
    return filter.apply(asked);
  }

  void pass(Tape tape) throws IOException {
    filter.pass(tape);
  }
}
