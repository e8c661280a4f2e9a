import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double[] x = {2, 1}; System.arraycopy(x, 0, x, 1, 1); terms.add("v", x[0]);
  }
}
