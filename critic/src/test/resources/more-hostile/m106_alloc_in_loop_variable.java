import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    int n = (int) after.time() + 100000; double[] x = new double[n]; terms.add("v", x.length);
  }
}
