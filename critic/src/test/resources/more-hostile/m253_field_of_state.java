import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private State last;
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    last = after; terms.add("x", last.time());
  }
}
