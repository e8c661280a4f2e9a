package io.github.guerdon.mujoco;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import io.github.guerdon.mujoco.bindings.mjModel;
import io.github.guerdon.mujoco.bindings.mjSpec;
import io.github.guerdon.mujoco.bindings.mjVFS;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/**
 * Owns a compiled MuJoCo model.
 *
 * <p>After {@link #close} every other method throws {@link IllegalStateException}. Not safe for use
 * by several threads while one of them changes or closes it.
 */
public final class Model implements AutoCloseable {

  private static final int ERROR_SIZE = 2048;
  private static final String TEXT = "MJCF text";

  private @Nullable mjModel pointer;

  private Model(mjModel pointer) {
    this.pointer = pointer;
  }

  /** Returns MuJoCo's own version, such as {@code 3.17.0}. */
  public static String version() {
    return MuJoCo.mj_versionString().getString();
  }

  /**
   * Loads an MJCF or URDF file.
   *
   * @throws MujocoException in MuJoCo's words, if the file cannot be read, parsed or compiled
   */
  public static Model load(Path file) {
    Natives.begin();
    byte[] error = new byte[ERROR_SIZE];
    mjModel model = MuJoCo.mj_loadXML(file.toString(), (mjVFS) null, error, ERROR_SIZE);
    return loaded(file.toString(), model, Natives.text(error, Natives.takeError()));
  }

  /**
   * Compiles an MJCF text.
   *
   * @throws MujocoException in MuJoCo's words, with a line where it gives one
   */
  public static Model parse(String xml) {
    Natives.begin();
    byte[] error = new byte[ERROR_SIZE];
    mjSpec spec;
    try (BytePointer text = new BytePointer(xml, StandardCharsets.UTF_8)) {
      spec = MuJoCo.mj_parseXMLString(text, (mjVFS) null, error, ERROR_SIZE);
    }
    if (spec == null) {
      return loaded(TEXT, null, Natives.text(error, Natives.takeError()));
    }
    try {
      mjModel model = MuJoCo.mj_compile(spec, null);
      String text = model == null ? MuJoCo.mjs_getError(spec).getString() : "";
      return loaded(TEXT, model, text);
    } finally {
      MuJoCo.mj_deleteSpec(spec);
    }
  }

  private static Model loaded(String source, @Nullable mjModel model, String error) {
    if (model == null) {
      throw new MujocoException(source + ": " + error);
    }
    return new Model(model);
  }

  /** Returns the bindings' own model, which stays this object's property. */
  public mjModel raw() {
    if (pointer == null) {
      throw new IllegalStateException("the model is closed; load it again");
    }
    return pointer;
  }

  /** Returns the number of generalised coordinates, the size of qpos. */
  public int nq() {
    return Math.toIntExact(raw().nq());
  }

  /** Returns the number of degrees of freedom, the size of qvel. */
  public int nv() {
    return Math.toIntExact(raw().nv());
  }

  /** Returns the number of controls, the size of ctrl. */
  public int nu() {
    return Math.toIntExact(raw().nu());
  }

  /** Returns the number of activations, the size of act. */
  public int na() {
    return Math.toIntExact(raw().na());
  }

  /** Returns the number of mocap bodies. */
  public int nmocap() {
    return Math.toIntExact(raw().nmocap());
  }

  /** Returns the size of sensordata. */
  public int nsensordata() {
    return Math.toIntExact(raw().nsensordata());
  }

  /** Returns how many elements of a kind there are; bodies include the world. */
  public int count(ObjectType type) {
    mjModel model = raw();
    return Math.toIntExact(
        switch (type) {
          case BODY -> model.nbody();
          case JOINT -> model.njnt();
          case GEOM -> model.ngeom();
          case SITE -> model.nsite();
          case CAMERA -> model.ncam();
          case LIGHT -> model.nlight();
          case MESH -> model.nmesh();
          case EQUALITY -> model.neq();
          case TENDON -> model.ntendon();
          case ACTUATOR -> model.nactuator();
          case SENSOR -> model.nsensor();
          case NUMERIC -> model.nnumeric();
          case KEYFRAME -> model.nkey();
        });
  }

  /** Returns an element's name, empty if it has none. */
  public Optional<String> name(ObjectType type, int id) {
    require(type, id);
    BytePointer name = MuJoCo.mj_id2name(raw(), type.code(), id);
    return name == null ? Optional.empty() : Optional.of(name.getString(StandardCharsets.UTF_8));
  }

  /** Returns the id of the element with a name, empty if there is none. */
  public OptionalInt id(ObjectType type, String name) {
    mjModel model = raw();
    int id;
    try (BytePointer text = new BytePointer(name, StandardCharsets.UTF_8)) {
      id = MuJoCo.mj_name2id(model, type.code(), text);
    }
    return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** Returns the seconds of one substep. */
  public double timestep() {
    return raw().opt().timestep();
  }

  /** Sets the seconds of one substep, for batches made from now on. */
  public void timestep(double seconds) {
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException(
          "timestep is " + seconds + ", must be positive and finite");
    }
    raw().opt().timestep(seconds);
  }

  /**
   * Sets whether MuJoCo silently resets a world that has blown up, for batches made from now on; it
   * does unless told otherwise. Without it the warning counters tell, see {@link Batch#blownUp}.
   */
  public void autoReset(boolean on) {
    int flags = raw().opt().disableflags();
    int bit = MuJoCo.mjDSBL_AUTORESET;
    raw().opt().disableflags(on ? flags & ~bit : flags | bit);
  }

  /** Describes a joint. */
  public JointInfo joint(int id) {
    require(ObjectType.JOINT, id);
    mjModel model = raw();
    return new JointInfo(
        JointType.of(model.jnt_type().get(id)),
        model.jnt_bodyid().get(id),
        model.jnt_qposadr().get(id),
        model.jnt_dofadr().get(id),
        model.jnt_limited().get(id),
        model.jnt_range().get(2L * id),
        model.jnt_range().get(2L * id + 1));
  }

  /**
   * Finds the world's axis along which a slide joint at the root carries all that has mass,
   * forwards as it grows, in the model's initial pose.
   */
  public Optional<Axis> carriesAlong(int joint) {
    require(ObjectType.JOINT, joint);
    return Axis.carrying(raw(), joint);
  }

  /** Describes an actuator. */
  public ActuatorInfo actuator(int id) {
    require(ObjectType.ACTUATOR, id);
    mjModel model = raw();
    int control = model.actuator_ctrladr().get(id);
    return new ActuatorInfo(
        Transmission.of(model.actuator_trntype().get(id)),
        model.actuator_trnid().get(2L * id),
        control,
        model.actuator_ctrlnum().get(id),
        model.actuator_ctrllimited().get(control),
        model.actuator_ctrlrange().get(2L * control),
        model.actuator_ctrlrange().get(2L * control + 1));
  }

  /** Describes a sensor. */
  public SensorInfo sensor(int id) {
    require(ObjectType.SENSOR, id);
    mjModel model = raw();
    return new SensorInfo(
        model.sensor_adr().get(id),
        model.sensor_dim().get(id),
        model.sensor_type().get(id),
        Stage.of(model.sensor_needstage().get(id)));
  }

  /** Returns the body that a geom belongs to. */
  public int geomBody(int geom) {
    require(ObjectType.GEOM, geom);
    return raw().geom_bodyid().get(geom);
  }

  /** Returns the body that a site belongs to. */
  public int siteBody(int site) {
    require(ObjectType.SITE, site);
    return raw().site_bodyid().get(site);
  }

  /** Returns a body's parent; the world is its own. */
  public int bodyParent(int body) {
    require(ObjectType.BODY, body);
    return raw().body_parentid().get(body);
  }

  /** Returns a body's mass in kilograms, its children's not included. */
  public double bodyMass(int body) {
    require(ObjectType.BODY, body);
    return raw().body_mass().get(body);
  }

  /** Returns a body's row among the mocap bodies, empty if it is not one. */
  public OptionalInt bodyMocap(int body) {
    require(ObjectType.BODY, body);
    int row = raw().body_mocapid().get(body);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** Returns the default qpos. */
  public double[] qpos0() {
    return doubles(raw().qpos0(), 0, nq());
  }

  /** Returns a keyframe's qpos. */
  public double[] keyframeQpos(int key) {
    require(ObjectType.KEYFRAME, key);
    return doubles(raw().key_qpos(), (long) key * nq(), nq());
  }

  /** Returns a keyframe's qvel. */
  public double[] keyframeQvel(int key) {
    require(ObjectType.KEYFRAME, key);
    return doubles(raw().key_qvel(), (long) key * nv(), nv());
  }

  /** Returns a keyframe's ctrl. */
  public double[] keyframeCtrl(int key) {
    require(ObjectType.KEYFRAME, key);
    return doubles(raw().key_ctrl(), (long) key * nu(), nu());
  }

  /** Returns a custom numeric field's values, empty if there is no such field. */
  public Optional<double[]> numeric(String name) {
    OptionalInt id = id(ObjectType.NUMERIC, name);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    mjModel model = raw();
    int size = model.numeric_size().get(id.getAsInt());
    return Optional.of(doubles(model.numeric_data(), model.numeric_adr().get(id.getAsInt()), size));
  }

  /** Returns a model of its own with the same contents. */
  Model copy() {
    return new Model(MuJoCo.mj_copyModel(null, raw()));
  }

  private static double[] doubles(DoublePointer values, long start, int count) {
    double[] copy = new double[count];
    if (count > 0) {
      values.getPointer(start).get(copy);
    }
    return copy;
  }

  private void require(ObjectType type, int id) {
    int count = count(type);
    if (id < 0 || id >= count) {
      throw new IndexOutOfBoundsException(
          type + " id is " + id + ", the model has ids 0 to " + (count - 1));
    }
  }

  @Override
  public void close() {
    mjModel open = pointer;
    pointer = null;
    if (open != null) {
      MuJoCo.mj_deleteModel(open);
    }
  }
}
