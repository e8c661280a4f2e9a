import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Tune(min = 0, max = 2) private static double A = 1.0;
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    A = after.time(); terms.add("x", A * after.time());
  }
}
