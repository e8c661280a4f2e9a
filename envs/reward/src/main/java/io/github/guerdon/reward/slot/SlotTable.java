package io.github.guerdon.reward.slot;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a compiled program names and reads: lowered code refers to its handles and groups by
 * number.
 *
 * @param handles the things named
 * @param groups for each {@code bodies(…)}, {@code joints(…)} or {@code geoms(…)} call site,
 *     numbers of handles in the order named
 */
public record SlotTable(List<Handle> handles, List<List<Integer>> groups) {

  /** Copies the lists and checks the groups' numbers. */
  public SlotTable {
    handles = List.copyOf(handles);
    groups = groups.stream().map(List::copyOf).toList();
    for (List<Integer> group : groups) {
      for (int handle : group) {
        if (handle < 0 || handle >= handles.size()) {
          throw new IllegalArgumentException(
              "group names handle " + handle + ", there are " + handles.size());
        }
      }
    }
  }

  /**
   * Returns all slots that the program reads, in the order of its handles, repeated where shared.
   */
  public Stream<Slot> slots() {
    return handles.stream().flatMap(h -> h.readings().stream()).map(Handle.Reading::slot);
  }

  /** Returns the smallest layout that holds the program's slots. */
  public SlotLayout layout() {
    return SlotLayout.of(slots().toList());
  }

  /** Writes the table for the cell. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(handles.size());
    for (Handle handle : handles) {
      out.writeUTF(handle.kind().name());
      out.writeUTF(handle.name());
      out.writeInt(handle.readings().size());
      for (Handle.Reading reading : handle.readings()) {
        Slot slot = reading.slot();
        out.writeUTF(reading.quantity().name());
        out.writeUTF(slot.source().name());
        out.writeInt(slot.element());
        out.writeInt(slot.other());
        out.writeInt(slot.width());
      }
    }
    out.writeInt(groups.size());
    for (List<Integer> group : groups) {
      out.writeInt(group.size());
      for (int handle : group) {
        out.writeInt(handle);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static SlotTable read(DataInput in) throws IOException {
    List<Handle> handles = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      Kind kind = Kind.valueOf(in.readUTF());
      String name = in.readUTF();
      List<Handle.Reading> readings = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        Quantity quantity = Quantity.valueOf(in.readUTF());
        Source source = Source.valueOf(in.readUTF());
        readings.add(
            new Handle.Reading(
                quantity, new Slot(source, in.readInt(), in.readInt(), in.readInt())));
      }
      handles.add(new Handle(kind, name, readings));
    }
    List<List<Integer>> groups = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      List<Integer> group = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        group.add(in.readInt());
      }
      groups.add(group);
    }
    return new SlotTable(handles, groups);
  }
}
