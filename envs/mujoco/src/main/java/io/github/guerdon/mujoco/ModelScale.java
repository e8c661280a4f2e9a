package io.github.guerdon.mujoco;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import io.github.guerdon.mujoco.bindings.mjData;
import io.github.guerdon.mujoco.bindings.mjModel;
import org.bytedeco.javacpp.DoublePointer;

/**
 * Multiplies fields of a model, each by one factor; {@link #settle} must follow the last of them.
 *
 * <p>Each method returns how many numbers other than 0 it multiplied, so that 0 means that the
 * model has nothing of the kind; a factor of 1 only counts. A factor that is not positive and
 * finite is an {@link IllegalArgumentException}.
 */
public final class ModelScale {

  private static final int SPACE = 3;
  private static final int PAIR_FRICTIONS = 5;

  /** Where a muscle's gain holds its peak force, and the scale that stands for a negative one. */
  private static final int MUSCLE_FORCE = 2;

  private static final int MUSCLE_SCALE = 3;

  /** An affine gain is a constant, a factor of length and one of velocity; a bias as well. */
  private static final int AFFINE = 3;

  private ModelScale() {}

  /** Scales the masses (kg) and inertias (kg m²) of all bodies, whose shapes stay. */
  public static int bodyMass(Model model, double factor) {
    mjModel raw = model.raw();
    int scaled = scale(raw.body_mass(), 0, raw.nbody(), factor);
    scale(raw.body_inertia(), 0, SPACE * raw.nbody(), factor);
    return scaled;
  }

  /** Scales the friction coefficients of geoms, and those of contact pairs that have their own. */
  public static int geomFriction(Model model, double factor) {
    mjModel raw = model.raw();
    return scale(raw.geom_friction(), 0, SPACE * raw.ngeom(), factor)
        + scale(raw.pair_friction(), 0, PAIR_FRICTIONS * raw.npair(), factor);
  }

  /** Scales the damping of all degrees of freedom (N s/m, N m s/rad), higher orders included. */
  public static int dofDamping(Model model, double factor) {
    mjModel raw = model.raw();
    return scale(raw.dof_damping(), 0, raw.nv(), factor)
        + scale(raw.dof_dampingpoly(), 0, (long) MuJoCo.mjNPOLY * raw.nv(), factor);
  }

  /** Scales the rotor inertia of all degrees of freedom (kg, kg m²). */
  public static int dofArmature(Model model, double factor) {
    mjModel raw = model.raw();
    return scale(raw.dof_armature(), 0, raw.nv(), factor);
  }

  /**
   * Scales how strong actuators are: the gain of motors, servos and cylinders, a muscle's peak
   * force. A servo stays one: the part of its bias that answers its gain is scaled with it, its
   * damping is not. Actuators of other kinds (DC motors, PID and user's own) stay as they are.
   */
  public static int actuatorGain(Model model, double factor) {
    mjModel raw = model.raw();
    int scaled = 0;
    for (long i = 0; i < raw.nactuator(); i++) {
      long gain = i * MuJoCo.mjNGAIN;
      int type = raw.actuator_gaintype().get(i);
      DoublePointer gains = raw.actuator_gainprm();
      if (type == MuJoCo.mjGAIN_FIXED || type == MuJoCo.mjGAIN_SO3) {
        scaleServo(raw, i, factor);
        scaled += scale(gains, gain, 1, factor);
      } else if (type == MuJoCo.mjGAIN_AFFINE) {
        scaled += scale(gains, gain, AFFINE, factor);
      } else if (type == MuJoCo.mjGAIN_MUSCLE) {
        boolean derived = gains.get(gain + MUSCLE_FORCE) < 0;
        scaled += scale(gains, gain + (derived ? MUSCLE_SCALE : MUSCLE_FORCE), 1, factor);
      }
    }
    return scaled;
  }

  /**
   * A position servo's bias is −kp × length, a velocity servo's −kv × velocity: the negative of the
   * gain, which marks it.
   */
  private static void scaleServo(mjModel raw, long actuator, double factor) {
    if (raw.actuator_biastype().get(actuator) != MuJoCo.mjBIAS_AFFINE) {
      return;
    }
    double gain = raw.actuator_gainprm().get(actuator * MuJoCo.mjNGAIN);
    long bias = actuator * MuJoCo.mjNBIAS;
    DoublePointer biases = raw.actuator_biasprm();
    if (biases.get(bias + 1) == -gain) {
      scale(biases, bias + 1, 1, factor);
    } else if (biases.get(bias + 1) == 0 && biases.get(bias + 2) == -gain) {
      scale(biases, bias + 2, 1, factor);
    }
  }

  /** Scales gravity (m/s²). */
  public static int gravity(Model model, double factor) {
    return scale(model.raw().opt().gravity(), 0, SPACE, factor);
  }

  /**
   * Computes again what MuJoCo derives from the fields when it compiles a model, such as the masses
   * of subtrees and the inverse weights of constraints. How strong muscles are stays: MuJoCo would
   * derive that from the masses too.
   */
  public static void settle(Model model) {
    Natives.begin();
    mjModel raw = model.raw();
    double[] strength = new double[Math.toIntExact(raw.nout())];
    if (strength.length > 0) {
      raw.actuator_acc0().get(strength);
    }
    mjData data = MuJoCo.mj_makeData(raw);
    try {
      MuJoCo.mj_setConst(raw, data);
    } finally {
      MuJoCo.mj_deleteData(data);
    }
    Natives.check();
    if (strength.length > 0) {
      raw.actuator_acc0().put(strength);
    }
  }

  private static int scale(DoublePointer values, long start, long count, double factor) {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("factor is " + factor + ", must be positive and finite");
    }
    int scaled = 0;
    for (long i = start; i < start + count; i++) {
      double value = values.get(i);
      if (value != 0) {
        values.put(i, value * factor);
        scaled++;
      }
    }
    return scaled;
  }
}
