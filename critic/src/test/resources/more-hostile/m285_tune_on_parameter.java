import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double h(@Tune(min = 0, max = 2) double x) { return x; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", h(after.time()));
  }
}
