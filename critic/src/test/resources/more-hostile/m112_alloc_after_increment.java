import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    int n = 4; n *= 1000000; byte[] x = new byte[n]; terms.add("v", x.length);
  }
}
