import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    if (after instanceof io.github.guerdon.reward.slot.SlotState s) terms.add("v", s.hashCode());
  }
}
