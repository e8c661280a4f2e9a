package io.github.guerdon.mujoco;

/**
 * Names the arrays of a world ({@code mjData}) that {@link GatherKind#FIELD} copies; the native
 * gather has the same order.
 */
public enum DataField {
  QPOS(Stage.NONE),
  QVEL(Stage.NONE),
  ACT(Stage.NONE),
  CTRL(Stage.NONE),
  XPOS(Stage.POSITION),
  XQUAT(Stage.POSITION),
  CVEL(Stage.VELOCITY),
  CINERT(Stage.POSITION),
  QFRC_ACTUATOR(Stage.ACCELERATION),
  QFRC_CONSTRAINT(Stage.ACCELERATION),
  /** External forces; computed by the gather itself when it is asked for. */
  CFRC_EXT(Stage.ACCELERATION),
  SENSORDATA(Stage.ACCELERATION),
  SITE_XPOS(Stage.POSITION),
  GEOM_XPOS(Stage.POSITION),
  SUBTREE_COM(Stage.POSITION),
  QACC(Stage.ACCELERATION);

  private final Stage stage;

  DataField(Stage stage) {
    this.stage = stage;
  }

  /** Returns the stage that computes the array. */
  public Stage stage() {
    return stage;
  }

  /** Returns the array's number of values. */
  public int size(Model model) {
    int bodies = model.count(ObjectType.BODY);
    return switch (this) {
      case QPOS -> model.nq();
      case QVEL, QACC, QFRC_ACTUATOR, QFRC_CONSTRAINT -> model.nv();
      case ACT -> model.na();
      case CTRL -> model.nu();
      case XPOS, SUBTREE_COM -> 3 * bodies;
      case XQUAT -> 4 * bodies;
      case CVEL, CFRC_EXT -> 6 * bodies;
      case CINERT -> 10 * bodies;
      case SENSORDATA -> model.nsensordata();
      case SITE_XPOS -> 3 * model.count(ObjectType.SITE);
      case GEOM_XPOS -> 3 * model.count(ObjectType.GEOM);
    };
  }

  /** Returns the native gather's number for this array. */
  @SuppressWarnings("EnumOrdinal") // The order is that of the native side.
  int code() {
    return ordinal();
  }

  /** Returns the array with one of the native gather's numbers. */
  static DataField of(int code) {
    DataField[] all = values();
    return all[code];
  }
}
