import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double smooth(double x) { return x * x; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", smoth(after.time()));
  }
}
