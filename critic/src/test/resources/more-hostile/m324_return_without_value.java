import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double h() { return; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", h());
  }
}
