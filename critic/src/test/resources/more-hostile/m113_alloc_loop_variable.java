import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    for (int n = 1; n < 1000000; n *= 2) { byte[] x = new byte[n]; terms.add("v", x.length); }
  }
}
