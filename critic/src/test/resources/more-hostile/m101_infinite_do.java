import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    int i = 0; do { i = i * 2; } while (i < 10); terms.add("v", i);
  }
}
