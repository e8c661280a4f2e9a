package io.github.guerdon.mujoco;

import java.util.List;

/**
 * Has MuJoCo leave out the sensors that nobody reads: it computes all of them in every substep, and
 * twenty range finders over a height field take ten times as long as the physics.
 *
 * <p>A sensor changes nothing but its own numbers, which stay 0 then. Models whose sensors keep a
 * history are left as they are, because there what a sensor measured is part of the state.
 */
public final class UnreadSensors {

  private UnreadSensors() {}

  /**
   * Leaves out, in batches made from now on, all sensors of a model but those that these operations
   * read.
   *
   * @return how many are left out
   */
  public static int leaveOut(Model model, List<GatherOp> read) {
    if (model.raw().nhistory() > 0) {
      return 0;
    }
    int left = 0;
    for (int id = 0; id < model.count(ObjectType.SENSOR); id++) {
      SensorInfo sensor = model.sensor(id);
      if (read.stream().noneMatch(op -> op.reads(sensor))) {
        model.raw().sensor_needstage().put(id, Stage.NONE.code());
        left++;
      }
    }
    return left;
  }
}
