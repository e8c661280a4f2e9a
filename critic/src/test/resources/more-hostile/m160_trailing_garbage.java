import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  public void reward(State before, Action action, State after, Terms terms) { terms.add("x", after.time()); }
}
This reward makes the hopper run.
