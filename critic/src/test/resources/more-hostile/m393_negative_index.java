import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double[] a = {1, 2}; int k = -1 + (int) (0 * after.time()); terms.add("x", a[k]);
  }
}
