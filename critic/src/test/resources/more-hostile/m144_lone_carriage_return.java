import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  public void reward(State before, Action action, State after, Terms terms) {
    // harmlessSystem.exit(0);
    terms.add("x", after.time());
  }
}
