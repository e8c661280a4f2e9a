package io.github.guerdon.mujoco;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import io.github.guerdon.mujoco.bindings.mjData;
import io.github.guerdon.mujoco.bindings.mjModel;
import io.github.guerdon.mujoco.bindings.mjvCamera;
import java.util.OptionalInt;

/**
 * Points MuJoCo's camera: one of the model's own, or a free one that has the whole model in view.
 *
 * <p>The free one goes along, horizontally, with a body that nothing keeps in its place. It depends
 * on the state alone, not on the pictures before, unlike MuJoCo's tracking camera.
 */
final class Viewpoint {

  /** The name that Gymnasium's models give the camera that they are watched by. */
  private static final String USUAL = "track";

  private final mjvCamera camera;
  private final OptionalInt followed;
  private final double[] home = new double[2];

  private Viewpoint(mjvCamera camera, OptionalInt followed) {
    this.camera = camera;
    this.followed = followed;
  }

  /** Returns the model's usual camera, empty if it has none. */
  static OptionalInt usual(Model model) {
    int initial = model.raw().vis().global_cameraid();
    return initial >= 0 && initial < model.count(ObjectType.CAMERA)
        ? OptionalInt.of(initial)
        : model.id(ObjectType.CAMERA, USUAL);
  }

  /**
   * Sets up a camera, which stays the caller's.
   *
   * @param data in the state in which the free camera has the model in its middle
   * @param chosen the model's camera; empty for the free one
   */
  static Viewpoint of(Model model, mjData data, mjvCamera camera, OptionalInt chosen) {
    mjModel raw = model.raw();
    MuJoCo.mjv_defaultFreeCamera(raw, camera);
    if (chosen.isPresent()) {
      camera.type(MuJoCo.mjCAMERA_FIXED).fixedcamid(chosen.getAsInt());
      return new Viewpoint(camera, OptionalInt.empty());
    }
    Viewpoint free = new Viewpoint(camera, roaming(model));
    for (int axis = 0; axis < free.home.length; axis++) {
      free.home[axis] = camera.lookat(axis) - free.place(data, axis);
    }
    return free;
  }

  /** Finds the first body that moves, if no bound keeps it near. */
  private static OptionalInt roaming(Model model) {
    int joints = model.count(ObjectType.JOINT);
    if (joints == 0) {
      return OptionalInt.empty();
    }
    int body = model.joint(0).body();
    for (int id = 0; id < joints && model.joint(id).body() == body; id++) {
      JointInfo joint = model.joint(id);
      boolean slides = joint.type() == JointType.SLIDE && !joint.limited();
      if (model.bodyParent(body) == 0 && (joint.type() == JointType.FREE || slides)) {
        return OptionalInt.of(body);
      }
    }
    return OptionalInt.empty();
  }

  private double place(mjData data, int axis) {
    return followed.isPresent() ? data.subtree_com().get(3L * followed.getAsInt() + axis) : 0;
  }

  /** Points the camera at a state, whose positions have been computed. */
  void look(mjData data) {
    for (int axis = 0; followed.isPresent() && axis < home.length; axis++) {
      camera.lookat(axis, home[axis] + place(data, axis));
    }
  }
}
