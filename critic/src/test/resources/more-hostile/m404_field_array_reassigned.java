import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static final double[] N = {0};
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double[] a = {1}; a = N; a[0]++; terms.add("x", N[0]);
  }
}
