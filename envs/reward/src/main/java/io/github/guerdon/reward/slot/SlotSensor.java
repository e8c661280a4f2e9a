package io.github.guerdon.reward.slot;

import io.github.guerdon.reward.Sensor;
import java.util.Objects;

/** A sensor over a state's row. */
public final class SlotSensor implements Sensor {

  private final SlotState state;
  private final int offset;
  private final int size;

  SlotSensor(SlotState state, Offsets offsets) {
    this.state = state;
    offset = offsets.find(Quantity.VALUE);
    size = offsets.width(Quantity.VALUE);
  }

  @Override
  public double get(int i) {
    return state.at(offset + Objects.checkIndex(i, size));
  }

  @Override
  public int size() {
    return size;
  }
}
