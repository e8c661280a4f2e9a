package io.github.guerdon.env;

import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.ModelScale;
import java.util.Locale;

/** A field of a model that {@code vary} may scale; a closed list. */
public enum VariedField {
  /** The masses and inertias of all bodies. */
  BODY_MASS,
  /** The friction coefficients of all geoms. */
  GEOM_FRICTION,
  /** The damping of all joints. */
  DOF_DAMPING,
  /** The rotor inertia of all joints. */
  DOF_ARMATURE,
  /** How strong all actuators are. */
  ACTUATOR_GAIN,
  /** Gravity. */
  GRAVITY;

  /** Returns its name in task files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Scales a model's field; {@link ModelScale#settle} must follow. */
  void scale(Model model, double factor) {
    multiply(model, factor);
  }

  /** Returns whether a model has anything of the kind that is not 0. */
  boolean in(Model model) {
    return multiply(model, 1) > 0;
  }

  private int multiply(Model model, double factor) {
    return switch (this) {
      case BODY_MASS -> ModelScale.bodyMass(model, factor);
      case GEOM_FRICTION -> ModelScale.geomFriction(model, factor);
      case DOF_DAMPING -> ModelScale.dofDamping(model, factor);
      case DOF_ARMATURE -> ModelScale.dofArmature(model, factor);
      case ACTUATOR_GAIN -> ModelScale.actuatorGain(model, factor);
      case GRAVITY -> ModelScale.gravity(model, factor);
    };
  }
}
