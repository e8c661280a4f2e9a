package io.github.guerdon.reward.slot;

import io.github.guerdon.reward.Joints;
import java.util.List;

/** Several joints over a state's row. */
public final class SlotScalars implements Joints {

  private final List<SlotScalar> members;

  SlotScalars(List<SlotScalar> members) {
    this.members = members;
  }

  @Override
  public int size() {
    return members.size();
  }

  @Override
  public SlotScalar get(int i) {
    return members.get(i);
  }
}
