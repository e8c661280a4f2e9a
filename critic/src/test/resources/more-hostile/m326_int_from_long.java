import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    int k = 5L; terms.add("x", k * after.time());
  }
}
