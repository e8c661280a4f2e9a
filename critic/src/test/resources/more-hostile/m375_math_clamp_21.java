import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", Math.clamp(after.time(), 0.0, 1.0));
  }
}
