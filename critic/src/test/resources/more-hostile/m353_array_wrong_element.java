import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    int[] a = {1, 2.5}; terms.add("x", a[0]);
  }
}
