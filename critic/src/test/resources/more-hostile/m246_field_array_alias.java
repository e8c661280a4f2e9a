import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static final double[] N = {0};
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double[] m = N; m[0] += after.time(); terms.add("x", N[0]);
  }
}
