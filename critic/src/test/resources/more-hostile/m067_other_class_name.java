import io.github.guerdon.reward.*;
public final class HopperReward implements RewardFunction {
  public void reward(State before, Action action, State after, Terms terms) { terms.add("x", after.time()); }
}
