import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    @lombok.val double x = 1; terms.add("v", x * after.time());
  }
}
