package io.github.guerdon.reward.slot;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order of slots in a row: each distinct slot once, in the order of first mention. */
public final class SlotLayout {

  private final Map<Slot, Integer> offsets = new LinkedHashMap<>();
  private final int width;

  private SlotLayout(Collection<Slot> slots) {
    int next = 0;
    for (Slot slot : slots) {
      if (offsets.putIfAbsent(slot, next) == null) {
        next += slot.width();
      }
    }
    width = next;
  }

  /** Returns the layout of these slots; repeated ones are kept once. */
  public static SlotLayout of(Collection<Slot> slots) {
    return new SlotLayout(slots);
  }

  /** Returns the slots in row order. */
  public List<Slot> slots() {
    return List.copyOf(offsets.keySet());
  }

  /** Returns a row's length in doubles. */
  public int width() {
    return width;
  }

  /**
   * Returns where a slot begins in a row.
   *
   * @throws IllegalArgumentException if the layout lacks it
   */
  public int offset(Slot slot) {
    Integer offset = offsets.get(slot);
    if (offset == null) {
      throw new IllegalArgumentException("layout has no slot " + slot);
    }
    return offset;
  }

  /**
   * Returns, for each double of this layout's row, its index in a row of a layout that holds all of
   * these slots.
   */
  public int[] indicesIn(SlotLayout larger) {
    int[] indices = new int[width];
    offsets.forEach(
        (slot, offset) -> {
          int from = larger.offset(slot);
          for (int i = 0; i < slot.width(); i++) {
            indices[offset + i] = from + i;
          }
        });
    return indices;
  }
}
