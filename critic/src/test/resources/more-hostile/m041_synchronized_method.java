import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static synchronized double h() { return 1; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("v", h());
  }
}
