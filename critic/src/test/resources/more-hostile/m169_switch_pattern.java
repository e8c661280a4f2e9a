import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double v = switch (after) { case State s -> 1.0; }; terms.add("x", v);
  }
}
