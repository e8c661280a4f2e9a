import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static volatile double last = 0;
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    last = after.time(); terms.add("v", last);
  }
}
