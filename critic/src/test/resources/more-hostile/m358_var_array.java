import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    var x = {1, 2}; terms.add("x", x[0]);
  }
}
