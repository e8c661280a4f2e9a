import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    int k = (int) (0 * after.time()); terms.add("x", 7 % k);
  }
}
