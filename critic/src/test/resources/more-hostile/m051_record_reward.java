import io.github.guerdon.reward.*;
public record Reward(double last) implements RewardFunction {
  public void reward(State before, Action action, State after, Terms terms) { terms.add("x", after.time()); }
}
