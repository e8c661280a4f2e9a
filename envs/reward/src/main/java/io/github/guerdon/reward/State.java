package io.github.guerdon.reward;

/**
 * What a reward can read of the simulated world at one end of a control step.
 *
 * <p>Names are those of the model and must be string literals. Unnamed actuators go by what they
 * drive, other unnamed elements by kind and index ({@code geom3}).
 */
public interface State {

  /** Returns the time since the episode began, in s. */
  double time();

  /** Returns the length of a control step, in s. */
  double dt();

  /** Returns a body by name. */
  Body body(String name);

  /** Returns a joint by name. */
  Joint joint(String name);

  /** Returns a site by name. */
  Site site(String name);

  /** Returns a geom by name. */
  Geom geom(String name);

  /** Returns a sensor by name. */
  Sensor sensor(String name);

  /** Returns an actuator by name. */
  Actuator actuator(String name);

  /** Returns a tendon by name. */
  Tendon tendon(String name);

  /** Returns several bodies in the order named, for loops. */
  Bodies bodies(String... names);

  /** Returns several joints in the order named, for loops. */
  Joints joints(String... names);

  /** Returns several geoms in the order named, for loops. */
  Geoms geoms(String... names);

  /** Returns whether two geoms are in active contact (MuJoCo {@code contact.efc_address >= 0}). */
  boolean touching(String geomA, String geomB);

  /** Returns the centre of mass of everything that moves, in m (MuJoCo {@code subtree_com[0]}). */
  Vector3 centerOfMass();

  /**
   * Returns one generalised position, in m, rad or quaternion parts (MuJoCo {@code qpos}).
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, qposSize())}
   */
  double qpos(int i);

  /** Returns the number of generalised positions (MuJoCo {@code nq}). */
  int qposSize();

  /**
   * Returns one generalised velocity, in m/s or rad/s (MuJoCo {@code qvel}).
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, qvelSize())}
   */
  double qvel(int i);

  /** Returns the number of generalised velocities (MuJoCo {@code nv}). */
  int qvelSize();

  /** Returns a parameter of the episode, such as a commanded speed, in the task's unit. */
  double parameter(String name);

  /**
   * Returns a slice of one of MuJoCo's arrays of doubles, row after row, in MuJoCo's units and
   * frame.
   *
   * @param slice such as {@code "cfrc_ext[1:]"}, {@code "xpos['torso', :2]"} or {@code
   *     "qfrc_actuator"}, with Python's bounds
   */
  Field field(String slice);

  /** Returns the episode's first state. */
  State start();

  /**
   * Returns whether all entries of a field slice are finite and strictly between two bounds.
   *
   * @param slice of any of MuJoCo's arrays of doubles, such as {@code "qvel"}, {@code "qpos[2:]"}
   *     or {@code "xpos['torso']"}, with Python's bounds
   */
  boolean within(String slice, double low, double high);
}
