import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    long k = (long) (0 * after.time()); terms.add("x", 7L / k);
  }
}
