import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double a­b = 1; terms.add("x", a­b * after.time());
  }
}
