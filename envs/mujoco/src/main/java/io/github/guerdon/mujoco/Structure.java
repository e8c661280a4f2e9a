package io.github.guerdon.mujoco;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import io.github.guerdon.mujoco.bindings.mjModel;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Says how a model is built, beyond the names and sizes that {@link Model} gives: what a person
 * would look up in its MJCF. The model stays its owner's and must be open.
 */
public final class Structure {

  private static final double EPSILON = 1e-9;

  /** Sensors of what positions and velocities do not tell by themselves. */
  private static final Set<Integer> TELLS_MORE =
      Set.of(
          MuJoCo.mjSENS_TOUCH,
          MuJoCo.mjSENS_FORCE,
          MuJoCo.mjSENS_TORQUE,
          MuJoCo.mjSENS_RANGEFINDER);

  private final Model model;

  /** Reads a model. */
  public Structure(Model model) {
    this.model = model;
  }

  /**
   * An equality constraint between two elements of a kind.
   *
   * @param joints whether it ties joints to each other, rather than bodies, sites, tendons
   * @param bodies whether it ties bodies to each other
   * @param first the id of the first element
   * @param second the id of the second, or -1
   */
  public record Equality(boolean joints, boolean bodies, int first, int second) {}

  /** Returns about how large the model is, in m (MuJoCo {@code stat.extent}). */
  public double size() {
    return raw().stat().extent();
  }

  /** Returns whether something pulls down: gravity is on and points along -z. */
  public boolean fallsDown() {
    return enabled(MuJoCo.mjDSBL_GRAVITY) && raw().opt().gravity().get(2) < -EPSILON;
  }

  /** Returns whether geoms can touch at all. */
  public boolean hasContacts() {
    return enabled(MuJoCo.mjDSBL_CONTACT) && enabled(MuJoCo.mjDSBL_CONSTRAINT);
  }

  private boolean enabled(int disableBit) {
    return (raw().opt().disableflags() & disableBit) == 0;
  }

  /** Returns whether a body can not move; a mocap body can. */
  public boolean fixed(int body) {
    return raw().body_weldid().get(body) == 0;
  }

  /** Returns a body's ancestor below the world. */
  public int root(int body) {
    return raw().body_rootid().get(body);
  }

  /** Returns whether the model's masks let two geoms touch. */
  public boolean collide(int geom, int other) {
    mjModel m = raw();
    return (m.geom_contype().get(geom) & m.geom_conaffinity().get(other)) != 0
        || (m.geom_contype().get(other) & m.geom_conaffinity().get(geom)) != 0;
  }

  /** Returns whether a geom touches nothing by its masks, as what is only seen does. */
  public boolean onlySeen(int geom) {
    return raw().geom_contype().get(geom) == 0 && raw().geom_conaffinity().get(geom) == 0;
  }

  /** Returns whether a geom is an endless plane. */
  public boolean plane(int geom) {
    return raw().geom_type().get(geom) == MuJoCo.mjGEOM_PLANE;
  }

  /**
   * Returns how far a geom reaches from its centre in a direction; its bounding sphere stands for
   * shapes without a simple answer.
   *
   * @param x the direction in the geom's own frame, a unit vector
   */
  public double reach(int geom, double x, double y, double z) {
    mjModel m = raw();
    double a = m.geom_size().get(3L * geom);
    double b = m.geom_size().get(3L * geom + 1);
    double c = m.geom_size().get(3L * geom + 2);
    int type = m.geom_type().get(geom);
    if (type == MuJoCo.mjGEOM_SPHERE) {
      return a;
    } else if (type == MuJoCo.mjGEOM_CAPSULE) {
      return a + b * Math.abs(z);
    } else if (type == MuJoCo.mjGEOM_CYLINDER) {
      return a * Math.sqrt(Math.max(0, 1 - z * z)) + b * Math.abs(z);
    } else if (type == MuJoCo.mjGEOM_ELLIPSOID) {
      return Math.sqrt(a * a * x * x + b * b * y * y + c * c * z * z);
    } else if (type == MuJoCo.mjGEOM_BOX) {
      return a * Math.abs(x) + b * Math.abs(y) + c * Math.abs(z);
    } else if (type == MuJoCo.mjGEOM_MESH) {
      return meshReach(m, m.geom_dataid().get(geom), x, y, z);
    }
    return m.geom_rbound().get(geom);
  }

  private static double meshReach(mjModel m, int mesh, double x, double y, double z) {
    long first = m.mesh_vertadr().get(mesh);
    double reach = 0;
    for (long v = first; v < first + m.mesh_vertnum().get(mesh); v++) {
      reach =
          Math.max(
              reach,
              x * m.mesh_vert().get(3 * v)
                  + y * m.mesh_vert().get(3 * v + 1)
                  + z * m.mesh_vert().get(3 * v + 2));
    }
    return reach;
  }

  /** Returns the equality constraints that hold from the start. */
  public List<Equality> equalities() {
    mjModel m = raw();
    return IntStream.range(0, model.count(ObjectType.EQUALITY))
        .filter(i -> m.eq_active0().get(i))
        .mapToObj(
            i ->
                new Equality(
                    m.eq_type().get(i) == MuJoCo.mjEQ_JOINT,
                    m.eq_objtype().get(i) == MuJoCo.mjOBJ_BODY,
                    m.eq_obj1id().get(i),
                    m.eq_obj2id().get(i)))
        .toList();
  }

  /**
   * Returns whether an actuator is a servo that pulls its joint to the position that its control
   * names, as {@code <position>} makes it.
   */
  public boolean holdsPosition(int actuator) {
    mjModel m = raw();
    double gain = m.actuator_gainprm().get((long) MuJoCo.mjNGAIN * actuator);
    double stiffness = m.actuator_biasprm().get((long) MuJoCo.mjNBIAS * actuator + 1);
    return m.actuator_gaintype().get(actuator) == MuJoCo.mjGAIN_FIXED
        && m.actuator_biastype().get(actuator) == MuJoCo.mjBIAS_AFFINE
        && gain > 0
        && Math.abs(gain + stiffness) <= EPSILON * gain;
  }

  /**
   * Returns how many radians or metres of its joint one unit of an actuator's length stands for.
   */
  public double gear(int actuator) {
    return raw().actuator_gear().get(6L * raw().actuator_outadr().get(actuator));
  }

  /**
   * Returns the control with which an actuator without activation pulls as strongly as its force
   * range lets it; infinite where it has none.
   */
  public double strongest(int actuator) {
    mjModel m = raw();
    double gain = Math.abs(m.actuator_gainprm().get((long) MuJoCo.mjNGAIN * actuator));
    return m.actuator_forcelimited().get(actuator)
            && m.actuator_gaintype().get(actuator) == MuJoCo.mjGAIN_FIXED
            && m.actuator_biastype().get(actuator) == MuJoCo.mjBIAS_NONE
            && gain > 0
        ? m.actuator_forcerange().get(2L * actuator + 1) / gain
        : Double.POSITIVE_INFINITY;
  }

  /**
   * Returns whether a sensor tells what positions and velocities do not: touch, force, distance.
   */
  public boolean tellsMore(int sensor) {
    return TELLS_MORE.contains(model.sensor(sensor).type());
  }

  private mjModel raw() {
    return model.raw();
  }
}
