import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double v = switch (after.time() > 1) { case true -> 1; default -> 2; }; terms.add("x", v);
  }
}
