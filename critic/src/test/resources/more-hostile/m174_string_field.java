import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static final String UP = "up";
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add(UP, after.time());
  }
}
