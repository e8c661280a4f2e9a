import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double h(int a, double b) { return 1; }
  static double h(double a, int b) { return 2; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", h(1, 1) * after.time());
  }
}
