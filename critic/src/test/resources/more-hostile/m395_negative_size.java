import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double[] a = new double[action.size() - 100]; terms.add("x", a.length + after.time());
  }
}
