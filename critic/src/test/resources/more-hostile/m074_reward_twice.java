import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  public void reward(State before, Action action, State after, Terms terms) { terms.add("x", after.time()); }
  public void reward(State a, Action b, State c, Terms d) { d.add("y", c.time()); }
}
