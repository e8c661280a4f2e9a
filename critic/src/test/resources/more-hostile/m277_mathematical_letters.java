import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double 𝑥 = 1; terms.add("y", 𝑥 * after.time());
  }
}
