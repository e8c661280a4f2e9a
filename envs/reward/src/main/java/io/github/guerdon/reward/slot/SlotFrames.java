package io.github.guerdon.reward.slot;

import io.github.guerdon.reward.Bodies;
import io.github.guerdon.reward.Geoms;
import java.util.List;

/** Several bodies or geoms over a state's row. */
public final class SlotFrames implements Bodies, Geoms {

  private final List<SlotFrame> members;

  SlotFrames(List<SlotFrame> members) {
    this.members = members;
  }

  @Override
  public int size() {
    return members.size();
  }

  @Override
  public SlotFrame get(int i) {
    return members.get(i);
  }
}
