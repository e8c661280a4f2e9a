import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  public abstract void reward(State before, Action action, State after, Terms terms);
}
