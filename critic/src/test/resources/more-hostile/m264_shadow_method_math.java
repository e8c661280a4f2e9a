import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double Math(double x) { return x; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", Math(after.time()));
  }
}
