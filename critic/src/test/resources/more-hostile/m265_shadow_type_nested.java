import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static class State { double time() { return 1; } }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", 1.0);
  }
}
