import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static final double[] N = {0};
  static double[] get() { return N; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", N[0]); get()[0] = after.time();
  }
}
