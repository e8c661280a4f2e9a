import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double a(int n) { return a((double) n); }
  static double a(double x) { return x > 1 ? a((int) x) : 1; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("v", a(5));
  }
}
