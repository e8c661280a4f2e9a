package io.github.guerdon.env.step;

import io.github.guerdon.env.MocapControl;
import io.github.guerdon.env.Task;
import io.github.guerdon.reward.Quaternion;
import io.github.guerdon.reward.Vector3;

/** Moves the mocap body that a task's actions drive, in all worlds. */
final class MocapMover {

  private static final int AXES = 3;

  private final MocapControl control;
  private final Place position;
  private final Place orientation;
  private final double[] low;
  private final double[] high;
  private final double[] point = new double[AXES];
  private final double[] own;
  private final int actuators;
  private final int worlds;

  MocapMover(MocapControl control, Task task, int worlds) {
    this.control = control;
    this.worlds = worlds;
    int row = task.facts().mocapRow(control.body());
    position = new Place(Place.Part.MOCAP_POSITION, AXES * row, 0, AXES);
    orientation = new Place(Place.Part.MOCAP_ORIENTATION, 4 * row, 0, 4);
    low = array(control.low());
    high = array(control.high());
    actuators = task.actionSize() - AXES;
    own = new double[worlds * actuators];
  }

  private static double[] array(Vector3 v) {
    return new double[] {v.x(), v.y(), v.z()};
  }

  /** Puts a world's body where an episode has it at first. */
  void begin(int world, Physics physics) {
    control.start().ifPresent(at -> physics.place(world, position, array(at), 0));
    control.orientation().ifPresent(turned -> physics.place(world, orientation, unit(turned), 0));
  }

  private static double[] unit(Quaternion q) {
    double norm = Math.sqrt(q.w() * q.w() + q.x() * q.x() + q.y() * q.y() + q.z() * q.z());
    return new double[] {q.w() / norm, q.x() / norm, q.y() / norm, q.z() / norm};
  }

  /**
   * Moves each world's body by the last three of its controls, in m, within the bounds.
   *
   * @return the other controls, [worlds × actuators]
   */
  double[] move(double[] controls, Physics physics) {
    int width = actuators + AXES;
    for (int world = 0; world < worlds; world++) {
      System.arraycopy(controls, world * width, own, world * actuators, actuators);
      physics.read(world, position, point, 0);
      for (int axis = 0; axis < AXES; axis++) {
        double moved = point[axis] + controls[world * width + actuators + axis];
        point[axis] = Math.max(low[axis], Math.min(high[axis], moved));
      }
      physics.place(world, position, point, 0);
    }
    return own;
  }
}
