import io.github.guerdon.reward.*;
public enum Reward implements RewardFunction {
  ONE;
  public void reward(State before, Action action, State after, Terms terms) { terms.add("x", after.time()); }
}
