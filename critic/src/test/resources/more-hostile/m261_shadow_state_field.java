import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static final double State = 2;
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", State * after.time());
  }
}
