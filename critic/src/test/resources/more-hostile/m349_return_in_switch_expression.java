import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double v = switch (1) { default -> { return; } }; terms.add("x", v);
  }
}
