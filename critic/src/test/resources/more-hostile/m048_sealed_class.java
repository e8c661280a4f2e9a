import io.github.guerdon.reward.*;
public sealed class Reward implements RewardFunction permits Other {
  public void reward(State before, Action action, State after, Terms terms) { terms.add("x", after.time()); }
}
