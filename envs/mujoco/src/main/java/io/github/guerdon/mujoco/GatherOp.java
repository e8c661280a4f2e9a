package io.github.guerdon.mujoco;

/**
 * Asks for one value or slice of each world.
 *
 * @param kind what is read
 * @param id an element's id, a slice's start, or a {@link DataField}'s ordinal, as the kind says
 * @param other the second geom of {@link GatherKind#TOUCHING}, the slice's start of {@link
 *     GatherKind#FIELD}, else 0
 * @param count a slice's size; the kind's width where that is fixed
 */
public record GatherOp(GatherKind kind, int id, int other, int count) {

  public GatherOp {
    if (kind.width() != 0 && count != kind.width()) {
      throw new IllegalArgumentException(
          kind + " has count " + count + ", must be its width " + kind.width());
    }
    if (count < 0) {
      throw new IllegalArgumentException(kind + " has count " + count + ", must not be negative");
    }
  }

  /** Asks for a value that needs no element: time, centre of mass, warnings. */
  public static GatherOp of(GatherKind kind) {
    return new GatherOp(kind, 0, 0, kind.width());
  }

  /** Asks for a value of an element. */
  public static GatherOp of(GatherKind kind, int id) {
    return new GatherOp(kind, id, 0, kind.width());
  }

  /** Asks whether two geoms touch. */
  public static GatherOp touching(int geom, int other) {
    return new GatherOp(GatherKind.TOUCHING, geom, other, 1);
  }

  /** Asks for a slice of qpos, qvel, act, ctrl or sensordata. */
  public static GatherOp slice(GatherKind kind, int start, int count) {
    return new GatherOp(kind, start, 0, count);
  }

  /** Asks for a slice of a world's array. */
  public static GatherOp field(DataField field, int start, int count) {
    return new GatherOp(GatherKind.FIELD, field.code(), start, count);
  }

  /** Returns the stage that computes the value in a model. */
  public Stage stage(Model model) {
    return switch (kind) {
      case SENSOR -> sensorStage(model, id, count);
      case FIELD -> {
        DataField field = DataField.of(id);
        yield field == DataField.SENSORDATA ? sensorStage(model, other, count) : field.stage();
      }
      default -> kind.stage();
    };
  }

  /** Returns whether any of a sensor's numbers is asked for. */
  boolean reads(SensorInfo sensor) {
    return kind == GatherKind.SENSOR
        ? overlaps(sensor, id, count)
        : kind == GatherKind.FIELD
            && DataField.of(id) == DataField.SENSORDATA
            && overlaps(sensor, other, count);
  }

  private static boolean overlaps(SensorInfo sensor, int start, int count) {
    return sensor.address() < start + count && start < sensor.address() + sensor.size();
  }

  private static Stage sensorStage(Model model, int start, int count) {
    Stage stage = Stage.NONE;
    for (int i = 0; i < model.count(ObjectType.SENSOR); i++) {
      SensorInfo sensor = model.sensor(i);
      if (overlaps(sensor, start, count)) {
        stage = stage.max(sensor.stage());
      }
    }
    return stage;
  }

  /** Refuses ids and slices that the model does not have, because the native side trusts them. */
  void check(Model model) {
    ObjectType type = kind.type();
    if (type != null) {
      within("id", id, 1, model.count(type));
      if (kind == GatherKind.TOUCHING) {
        within("other", other, 1, model.count(type));
      }
      return;
    }
    switch (kind) {
      case QPOS -> within("slice", id, count, model.nq());
      case QVEL -> within("slice", id, count, model.nv());
      case ACT -> within("slice", id, count, model.na());
      case CTRL -> within("slice", id, count, model.nu());
      case SENSOR -> within("slice", id, count, model.nsensordata());
      case FIELD -> {
        within("field", id, 1, DataField.values().length);
        within("slice", other, count, DataField.of(id).size(model));
      }
      default -> {}
    }
  }

  private void within(String what, int start, int size, int limit) {
    if (start < 0 || (long) start + size > limit) {
      throw new IndexOutOfBoundsException(
          kind
              + " "
              + what
              + " is "
              + start
              + " with "
              + size
              + " entries, the model has "
              + limit);
    }
  }
}
