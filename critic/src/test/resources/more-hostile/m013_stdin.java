import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    try { terms.add("v", System.in.read()); } catch (Exception e) { }
  }
}
