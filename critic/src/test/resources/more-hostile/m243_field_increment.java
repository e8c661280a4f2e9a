import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static int n = 0;
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    n += 1; terms.add("x", n);
  }
}
