import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double h(double x) { for (int i = 0; i < 10; i--) { x += i < -5 ? 1 : 0; if (i < -9) i = 0; } return x; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("v", h(after.time()));
  }
}
