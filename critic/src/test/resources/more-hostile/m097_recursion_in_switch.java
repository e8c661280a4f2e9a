import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double a(int n) { return switch (n) { case 0 -> 1; default -> a(n - 1); }; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("v", a(5));
  }
}
