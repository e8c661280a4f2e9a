import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double x = 1; for (int i = 0; i < 2; i++) { double x = 2; terms.add("x", x * after.time()); }
  }
}
