import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double x; if (after.time() > 1) x = 2; terms.add("x", x);
  }
}
