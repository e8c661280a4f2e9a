import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double h(final double x) { x += 1; return x; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", h(after.time()));
  }
}
