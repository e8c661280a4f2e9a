import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @SafeVarargs static double h(double x) { return x; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("v", h(1));
  }
}
