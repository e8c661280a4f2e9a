import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double[] x = {2, 1}; double[] y = x.clone(); terms.add("v", y[0]);
  }
}
