package io.github.guerdon.reward.slot;

import java.util.EnumMap;
import java.util.Map;

/** Where each quantity that a program reads of one element begins in a row. */
final class Offsets {

  private final Handle handle;
  private final Map<Quantity, Slot> slots = new EnumMap<>(Quantity.class);
  private final SlotLayout layout;

  Offsets(Handle handle, SlotLayout layout) {
    this.handle = handle;
    this.layout = layout;
    handle.readings().forEach(reading -> slots.put(reading.quantity(), reading.slot()));
  }

  /** Returns a quantity's offset, or −1 if the program does not read it. */
  int find(Quantity quantity) {
    Slot slot = slots.get(quantity);
    return slot == null ? -1 : layout.offset(slot);
  }

  /** Returns a quantity's width, or 0 if the program does not read it. */
  int width(Quantity quantity) {
    Slot slot = slots.get(quantity);
    return slot == null ? 0 : slot.width();
  }

  /** Fails for a quantity that the table did not announce: the row does not hold it. */
  int require(int offset, Quantity quantity) {
    if (offset < 0) {
      throw new IllegalStateException(
          handle.kind()
              + " '"
              + handle.name()
              + "' is read for "
              + quantity
              + ", which the program's table lacks");
    }
    return offset;
  }
}
