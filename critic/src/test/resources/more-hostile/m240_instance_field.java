import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private double last;
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", after.time() - last); last = after.time();
  }
}
