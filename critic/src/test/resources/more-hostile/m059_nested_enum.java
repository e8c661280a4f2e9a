import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  enum Phase { STANCE, FLIGHT }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("v", Phase.STANCE == Phase.FLIGHT ? 1 : 0);
  }
}
