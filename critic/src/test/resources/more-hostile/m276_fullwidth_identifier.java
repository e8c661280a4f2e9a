import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double ａbs = 1; double abs = 2; terms.add("x", ａbs * after.time());
  }
}
