package io.github.guerdon.env.step;

import io.github.guerdon.reward.slot.SlotLayout;
import io.github.guerdon.reward.slot.Source;

/** Keeps how long geoms have been in the air and in contact, which MuJoCo does not remember. */
final class ContactClock {

  private final int[] air;
  private final int[] contact;
  private final int width;
  private final double dt;

  ContactClock(SlotLayout layout, double dt) {
    air = offsets(layout, Source.GEOM_AIR_TIME);
    contact = offsets(layout, Source.GEOM_CONTACT_TIME);
    width = layout.width();
    this.dt = dt;
  }

  private static int[] offsets(SlotLayout layout, Source source) {
    return layout.slots().stream()
        .filter(s -> s.source() == source)
        .mapToInt(layout::offset)
        .toArray();
  }

  /** Sets all times of an episode's first row to 0. */
  void start(double[] rows, int world) {
    for (int offset : air) {
      rows[world * width + offset] = 0;
    }
    for (int offset : contact) {
      rows[world * width + offset] = 0;
    }
  }

  /** Turns the contact flags that were gathered into times, given the rows before the step. */
  void advance(double[] before, double[] after, int worlds) {
    if (air.length + contact.length == 0) {
      return;
    }
    for (int world = 0; world < worlds; world++) {
      for (int offset : air) {
        int at = world * width + offset;
        after[at] = after[at] != 0 ? 0 : before[at] + dt;
      }
      for (int offset : contact) {
        int at = world * width + offset;
        after[at] = after[at] != 0 ? before[at] + dt : 0;
      }
    }
  }
}
