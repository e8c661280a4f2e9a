import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    for (int i = 0; i < 3; i++) { break; terms.add("x", after.time()); }
  }
}
