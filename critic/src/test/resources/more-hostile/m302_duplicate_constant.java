import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static final double A = 1; static final double A = 2;
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", A * after.time());
  }
}
