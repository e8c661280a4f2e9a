package io.github.guerdon.env;

import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.ModelScale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A field of a model that {@code vary} may scale; a closed list, to which more are added last. */
public enum VariedField {
  /** The masses and inertias of all bodies. */
  BODY_MASS(ModelScale::bodyMass),
  /** The friction coefficients of all geoms. */
  GEOM_FRICTION(ModelScale::geomFriction),
  /** The damping of all joints. */
  DOF_DAMPING(ModelScale::dofDamping),
  /** The rotor inertia of all joints. */
  DOF_ARMATURE(ModelScale::dofArmature),
  /** How strong all actuators are. */
  ACTUATOR_GAIN(ModelScale::actuatorGain),
  /** Gravity. */
  GRAVITY(ModelScale::gravity);

  private final Scale scale;

  VariedField(Scale scale) {
    this.scale = scale;
  }

  private interface Scale {
    int apply(Model model, double factor);
  }

  /** Returns its name in task files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a field by its name in task files. */
  static Optional<VariedField> find(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
  }

  /** Returns all names. */
  static List<String> words() {
    return Arrays.stream(values()).map(VariedField::word).toList();
  }

  /** Scales a model's field; {@link ModelScale#settle} must follow. */
  void scale(Model model, double factor) {
    scale.apply(model, factor);
  }

  /** Returns whether a model has anything of the kind that is not 0. */
  boolean in(Model model) {
    return scale.apply(model, 1) > 0;
  }
}
