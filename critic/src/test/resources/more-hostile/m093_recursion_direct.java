import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static double f(int n) { return n < 2 ? 1 : f(n - 1) + f(n - 2); }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("v", f(40));
  }
}
