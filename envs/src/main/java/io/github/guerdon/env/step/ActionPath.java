package io.github.guerdon.env.step;

import io.github.guerdon.env.ActionMode;
import io.github.guerdon.env.Tape;
import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.Kind;
import java.io.IOException;
import java.util.Optional;

/**
 * Takes a policy's numbers to the simulation: scaled to controls, delayed and smoothed, for the
 * actuators and for a mocap body.
 */
final class ActionPath {

  private final ActionScale scale;
  private final ActionFilter filter;
  private final Optional<MocapMover> mover;

  ActionPath(Task task, int worlds) {
    ActionMode mode = task.description().control().action();
    scale =
        new ActionScale(
            task.vocabulary().elements(Kind.ACTUATOR),
            mode,
            task.actionCenter()
                .map(c -> c.stream().mapToDouble(Double::doubleValue).toArray())
                .orElse(null));
    filter = new ActionFilter(mode, scale.neutral(), worlds);
    mover = task.description().control().mocap().map(m -> new MocapMover(m, task, worlds));
  }

  /** Returns what turns actions into controls. */
  ActionScale scale() {
    return scale;
  }

  /** Forgets the controls of a world's last episode. */
  void begin(int world) {
    filter.begin(world);
  }

  /** Puts what actions move to where a world's episode has it at first. */
  void place(int world, Physics physics) {
    mover.ifPresent(m -> m.begin(world, physics));
  }

  /**
   * Moves what actions move when these controls are asked for, and returns what the actuators get.
   */
  double[] apply(double[] asked, Physics physics) {
    double[] due = filter.apply(asked);
    return mover.isPresent() ? mover.get().move(due, physics) : due;
  }

  void pass(Tape tape) throws IOException {
    filter.pass(tape);
  }
}
