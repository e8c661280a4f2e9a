import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static <State> double h(State s) { return 1; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", h(after));
  }
}
