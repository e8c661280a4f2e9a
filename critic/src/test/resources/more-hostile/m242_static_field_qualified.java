import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static double last = 0;
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", after.time() - Reward.last); Reward.last = after.time();
  }
}
