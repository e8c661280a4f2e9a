import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Tune(min = 0, max = 3) private static final double[] A = {1.0};
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", A[0] * after.time());
  }
}
