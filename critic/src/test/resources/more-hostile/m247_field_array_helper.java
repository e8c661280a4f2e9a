import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static final double[] N = {0};
  static void put(double[] a, double v) { a[0] = v; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", N[0]); put(N, after.time());
  }
}
