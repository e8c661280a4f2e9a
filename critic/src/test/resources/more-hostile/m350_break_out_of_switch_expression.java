import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    for (int i = 0; i < 2; i++) { double v = switch (i) { default -> { break; } }; terms.add("x", v); }
  }
}
