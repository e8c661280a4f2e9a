import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private double last = 0;
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", after.time() - this.last); this.last = after.time();
  }
}
