import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add(switch ((int) after.time()) { case 0 -> "a"; default -> "b"; }, 1.0);
  }
}
