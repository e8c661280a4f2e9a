package io.github.guerdon.reward.slot;

import io.github.guerdon.reward.Field;
import java.util.Objects;

/** A slice of an array over a state's row. */
public final class SlotField implements Field {

  private final SlotState state;
  private final int offset;
  private final int size;

  SlotField(SlotState state, Offsets offsets) {
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

  @Override
  public double sumOfSquares() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double value = state.at(offset + i);
      sum += value * value;
    }
    return sum;
  }
}
