import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double h() { return 1.5; }
  private static final double X = h();
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", X * after.time());
  }
}
