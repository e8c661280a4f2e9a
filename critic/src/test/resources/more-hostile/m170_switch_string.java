import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    switch ("a") { case "a": terms.add("x", after.time()); }
  }
}
