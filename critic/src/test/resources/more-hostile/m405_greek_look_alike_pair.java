import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double ν = 1, v = 2; terms.add("x", ν * after.time() + v);
  }
}
