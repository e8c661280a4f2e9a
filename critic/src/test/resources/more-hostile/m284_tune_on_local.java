import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    @Tune(min = 0, max = 3) double a = 1.0; terms.add("x", a * after.time());
  }
}
