package io.github.guerdon.mujoco;

import io.github.guerdon.mujoco.bindings.MuJoCo;

/** Names the kinds of model elements that carry names. */
public enum ObjectType {
  BODY(MuJoCo.mjOBJ_BODY),
  JOINT(MuJoCo.mjOBJ_JOINT),
  GEOM(MuJoCo.mjOBJ_GEOM),
  SITE(MuJoCo.mjOBJ_SITE),
  CAMERA(MuJoCo.mjOBJ_CAMERA),
  LIGHT(MuJoCo.mjOBJ_LIGHT),
  MESH(MuJoCo.mjOBJ_MESH),
  EQUALITY(MuJoCo.mjOBJ_EQUALITY),
  TENDON(MuJoCo.mjOBJ_TENDON),
  ACTUATOR(MuJoCo.mjOBJ_ACTUATOR),
  SENSOR(MuJoCo.mjOBJ_SENSOR),
  NUMERIC(MuJoCo.mjOBJ_NUMERIC),
  KEYFRAME(MuJoCo.mjOBJ_KEY);

  private final int code;

  ObjectType(int code) {
    this.code = code;
  }

  /** Returns MuJoCo's number for this kind ({@code mjtObj}). */
  int code() {
    return code;
  }
}
