package io.github.guerdon.env.step;

import io.github.guerdon.mujoco.DataField;
import io.github.guerdon.mujoco.GatherKind;
import io.github.guerdon.mujoco.GatherOp;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotLayout;
import java.util.List;

/** Turns a layout's slots into what the native gather reads, place for place. */
final class GatherPlan {

  private GatherPlan() {}

  /**
   * Returns one operation for each slot, of the slot's width.
   *
   * <p>Air and contact times are the host's: in their place stands whether the geom is in contact.
   * So are parameters: in their place stands the time.
   */
  static List<GatherOp> of(SlotLayout layout) {
    return layout.slots().stream().map(GatherPlan::op).toList();
  }

  private static GatherOp op(Slot slot) {
    int id = slot.element();
    return switch (slot.source()) {
      case TIME -> GatherOp.of(GatherKind.TIME);
      case QPOS -> GatherOp.slice(GatherKind.QPOS, id, slot.width());
      case QVEL -> GatherOp.slice(GatherKind.QVEL, id, slot.width());
      case CENTER_OF_MASS -> GatherOp.of(GatherKind.CENTER_OF_MASS);
      case BODY_POSITION -> GatherOp.of(GatherKind.BODY_POSITION, id);
      case BODY_ORIENTATION -> GatherOp.of(GatherKind.BODY_ORIENTATION, id);
      case BODY_VELOCITY -> GatherOp.of(GatherKind.BODY_VELOCITY, id);
      case BODY_ANGULAR_VELOCITY -> GatherOp.of(GatherKind.BODY_ANGULAR_VELOCITY, id);
      case SITE_POSITION -> GatherOp.of(GatherKind.SITE_POSITION, id);
      case SITE_ORIENTATION -> GatherOp.of(GatherKind.SITE_ORIENTATION, id);
      case SITE_VELOCITY -> GatherOp.of(GatherKind.SITE_VELOCITY, id);
      case SITE_ANGULAR_VELOCITY -> GatherOp.of(GatherKind.SITE_ANGULAR_VELOCITY, id);
      case GEOM_POSITION -> GatherOp.of(GatherKind.GEOM_POSITION, id);
      case GEOM_ORIENTATION -> GatherOp.of(GatherKind.GEOM_ORIENTATION, id);
      case GEOM_VELOCITY -> GatherOp.of(GatherKind.GEOM_VELOCITY, id);
      case GEOM_ANGULAR_VELOCITY -> GatherOp.of(GatherKind.GEOM_ANGULAR_VELOCITY, id);
      case GEOM_CONTACT_FORCE -> GatherOp.of(GatherKind.GEOM_CONTACT_FORCE, id);
      case GEOM_IN_CONTACT, GEOM_AIR_TIME, GEOM_CONTACT_TIME ->
          GatherOp.of(GatherKind.GEOM_IN_CONTACT, id);
      case TOUCHING -> GatherOp.touching(id, slot.other());
      case SENSOR -> GatherOp.slice(GatherKind.SENSOR, id, slot.width());
      case ACTUATOR_FORCE -> GatherOp.of(GatherKind.ACTUATOR_FORCE, id);
      case ACTUATOR_LENGTH -> GatherOp.of(GatherKind.ACTUATOR_LENGTH, id);
      case ACTUATOR_VELOCITY -> GatherOp.of(GatherKind.ACTUATOR_VELOCITY, id);
      case TENDON_LENGTH -> GatherOp.of(GatherKind.TENDON_LENGTH, id);
      case TENDON_VELOCITY -> GatherOp.of(GatherKind.TENDON_VELOCITY, id);
      case FIELD -> GatherOp.field(DataField.of(id), slot.other(), slot.width());
      case PARAMETER -> GatherOp.of(GatherKind.TIME);
    };
  }
}
