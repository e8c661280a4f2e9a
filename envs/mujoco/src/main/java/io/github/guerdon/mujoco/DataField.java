package io.github.guerdon.mujoco;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Names the arrays of a world ({@code mjData}) that {@link GatherKind#FIELD} copies; the native
 * gather has the same order.
 *
 * <p>Those that MuJoCo computes on request alone (forces on and between bodies, momenta of
 * subtrees) are computed by the gather itself when one is asked for.
 */
public enum DataField {
  QPOS(Stage.NONE, Rows.QPOS, 1),
  QVEL(Stage.NONE, Rows.DOF, 1),
  ACT(Stage.NONE, Rows.ACTIVATION, 1),
  CTRL(Stage.NONE, Rows.CONTROL, 1),
  XPOS(Stage.POSITION, Rows.BODY, 3),
  XQUAT(Stage.POSITION, Rows.BODY, 4),
  CVEL(Stage.VELOCITY, Rows.BODY, 6),
  CINERT(Stage.POSITION, Rows.BODY, 10),
  QFRC_ACTUATOR(Stage.ACCELERATION, Rows.DOF, 1),
  QFRC_CONSTRAINT(Stage.ACCELERATION, Rows.DOF, 1),
  CFRC_EXT(Stage.ACCELERATION, Rows.BODY, 6),
  SENSORDATA(Stage.ACCELERATION, Rows.SENSOR, 1),
  SITE_XPOS(Stage.POSITION, Rows.SITE, 3),
  GEOM_XPOS(Stage.POSITION, Rows.GEOM, 3),
  SUBTREE_COM(Stage.POSITION, Rows.BODY, 3),
  QACC(Stage.ACCELERATION, Rows.DOF, 1),
  QFRC_APPLIED(Stage.NONE, Rows.DOF, 1),
  XFRC_APPLIED(Stage.NONE, Rows.BODY, 6),
  MOCAP_POS(Stage.NONE, Rows.MOCAP, 3),
  MOCAP_QUAT(Stage.NONE, Rows.MOCAP, 4),
  ACT_DOT(Stage.ACCELERATION, Rows.ACTIVATION, 1),
  USERDATA(Stage.NONE, Rows.USER, 1),
  QACC_WARMSTART(Stage.NONE, Rows.DOF, 1),
  XMAT(Stage.POSITION, Rows.BODY, 9),
  XIPOS(Stage.POSITION, Rows.BODY, 3),
  XIMAT(Stage.POSITION, Rows.BODY, 9),
  XANCHOR(Stage.POSITION, Rows.JOINT, 3),
  XAXIS(Stage.POSITION, Rows.JOINT, 3),
  GEOM_XMAT(Stage.POSITION, Rows.GEOM, 9),
  SITE_XMAT(Stage.POSITION, Rows.SITE, 9),
  CAM_XPOS(Stage.POSITION, Rows.CAMERA, 3),
  CAM_XMAT(Stage.POSITION, Rows.CAMERA, 9),
  LIGHT_XPOS(Stage.POSITION, Rows.LIGHT, 3),
  LIGHT_XDIR(Stage.POSITION, Rows.LIGHT, 3),
  CDOF(Stage.POSITION, Rows.DOF, 6),
  CRB(Stage.POSITION, Rows.BODY, 10),
  TEN_LENGTH(Stage.POSITION, Rows.TENDON, 1),
  ACTUATOR_LENGTH(Stage.POSITION, Rows.OUTPUT, 1),
  TEN_VELOCITY(Stage.VELOCITY, Rows.TENDON, 1),
  ACTUATOR_VELOCITY(Stage.VELOCITY, Rows.OUTPUT, 1),
  CDOF_DOT(Stage.VELOCITY, Rows.DOF, 6),
  QFRC_BIAS(Stage.VELOCITY, Rows.DOF, 1),
  QFRC_SPRING(Stage.VELOCITY, Rows.DOF, 1),
  QFRC_DAMPER(Stage.VELOCITY, Rows.DOF, 1),
  QFRC_GRAVCOMP(Stage.VELOCITY, Rows.DOF, 1),
  QFRC_FLUID(Stage.VELOCITY, Rows.DOF, 1),
  QFRC_PASSIVE(Stage.VELOCITY, Rows.DOF, 1),
  SUBTREE_LINVEL(Stage.VELOCITY, Rows.BODY, 3),
  SUBTREE_ANGMOM(Stage.VELOCITY, Rows.BODY, 3),
  ACTUATOR_FORCE(Stage.ACCELERATION, Rows.OUTPUT, 1),
  QFRC_SMOOTH(Stage.ACCELERATION, Rows.DOF, 1),
  QACC_SMOOTH(Stage.ACCELERATION, Rows.DOF, 1),
  CACC(Stage.ACCELERATION, Rows.BODY, 6),
  CFRC_INT(Stage.ACCELERATION, Rows.BODY, 6);

  private final Stage stage;
  private final Rows rows;
  private final int columns;

  DataField(Stage stage, Rows rows, int columns) {
    this.stage = stage;
    this.rows = rows;
    this.columns = columns;
  }

  /** What an array has a row for. */
  public enum Rows {
    QPOS,
    DOF,
    ACTIVATION,
    CONTROL,
    BODY,
    JOINT,
    SITE,
    GEOM,
    TENDON,
    /** One of an actuator's forces; most have one. */
    OUTPUT,
    SENSOR,
    MOCAP,
    CAMERA,
    LIGHT,
    USER;

    private int count(Model model) {
      return switch (this) {
        case QPOS -> model.nq();
        case DOF -> model.nv();
        case ACTIVATION -> model.na();
        case CONTROL -> model.nu();
        case BODY -> model.count(ObjectType.BODY);
        case JOINT -> model.count(ObjectType.JOINT);
        case SITE -> model.count(ObjectType.SITE);
        case GEOM -> model.count(ObjectType.GEOM);
        case TENDON -> model.count(ObjectType.TENDON);
        case OUTPUT -> Math.toIntExact(model.raw().nout());
        case SENSOR -> model.nsensordata();
        case MOCAP -> model.nmocap();
        case CAMERA -> model.count(ObjectType.CAMERA);
        case LIGHT -> model.count(ObjectType.LIGHT);
        case USER -> Math.toIntExact(model.raw().nuserdata());
      };
    }
  }

  /** Returns the array's name in MuJoCo, such as {@code xpos}. */
  public String mujocoName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds an array by its name in MuJoCo. */
  public static Optional<DataField> find(String mujocoName) {
    return Arrays.stream(values()).filter(f -> f.mujocoName().equals(mujocoName)).findFirst();
  }

  /** Returns the stage that computes the array. */
  public Stage stage() {
    return stage;
  }

  /** Returns what the array has a row for. */
  public Rows rows() {
    return rows;
  }

  /** Returns the array's number of rows. */
  public int rows(Model model) {
    return rows.count(model);
  }

  /** Returns how many values a row has. */
  public int columns() {
    return columns;
  }

  /** Returns the array's number of values. */
  public int size(Model model) {
    return rows(model) * columns;
  }

  /** Returns whether MuJoCo computes it on request alone, together with the other forces. */
  boolean ofForces() {
    return this == CFRC_EXT || this == CFRC_INT || this == CACC;
  }

  /** Returns the number of this array in a {@link GatherOp}. */
  @SuppressWarnings("EnumOrdinal") // The order is that of the native side.
  public int code() {
    return ordinal();
  }

  /**
   * Returns the array with a number that {@link #code} gave.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public static DataField of(int code) {
    DataField[] all = values();
    return all[code];
  }
}
