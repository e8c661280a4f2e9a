import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  public void reward(State before, State after, Action action, Terms terms) { terms.add("x", after.time()); }
}
