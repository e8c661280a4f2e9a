import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static final double X;
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", X * after.time());
  }
}
