import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static final double[] N = {0}, M = {0};
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    (after.time() > 1 ? N : M)[0] += 1; terms.add("x", N[0]);
  }
}
