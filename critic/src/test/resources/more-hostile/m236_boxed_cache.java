import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Integer a = 1000, b = 1000; terms.add("x", a == b ? 1 : 0);
  }
}
