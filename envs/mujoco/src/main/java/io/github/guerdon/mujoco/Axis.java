package io.github.guerdon.mujoco;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import io.github.guerdon.mujoco.bindings.mjModel;
import java.util.Optional;

/** An axis of the world. */
public enum Axis {
  /** To the right in most models, and forwards for what runs. */
  X,
  /** To the left of what runs along x. */
  Y,
  /** Upwards. */
  Z;

  /** How far an axis of a model may be from one of the world's: cosine of the angle less 1. */
  private static final double TOLERANCE = 1e-6;

  static Optional<Axis> carrying(mjModel model, int joint) {
    int body = model.jnt_bodyid().get(joint);
    double all = model.body_subtreemass().get(0);
    double carried = model.body_subtreemass().get(body);
    if (model.body_parentid().get(body) != 0 || !(carried >= all * (1 - TOLERANCE))) {
      return Optional.empty();
    }
    // A joint's axis turns with the joints before it on the same body.
    for (int i = model.body_jntadr().get(body); i <= joint; i++) {
      if (JointType.of(model.jnt_type().get(i)) != JointType.SLIDE) {
        return Optional.empty();
      }
    }
    double[] direction = new double[3];
    double[] turn = new double[4];
    for (int k = 0; k < 3; k++) {
      direction[k] = model.jnt_axis().get(3L * joint + k);
    }
    for (int k = 0; k < 4; k++) {
      turn[k] = model.body_quat().get(4L * body + k);
    }
    double[] world = new double[3];
    MuJoCo.mju_rotVecQuat(world, direction, turn);
    for (int k = 0; k < world.length; k++) {
      if (world[k] > 1 - TOLERANCE) {
        return Optional.of(values()[k]);
      }
    }
    return Optional.empty();
  }
}
