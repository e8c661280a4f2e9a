import io.github.guerdon.reward.*;
@Tune(min = 0, max = 1)
public final class Reward implements RewardFunction {
  public void reward(State before, Action action, State after, Terms terms) { terms.add("x", after.time()); }
}
