import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    float f = 0.5; terms.add("x", f * after.time());
  }
}
