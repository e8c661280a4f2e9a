import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static final int N = 1 << 20;
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    int[] x = new int[N]; terms.add("v", x.length);
  }
}
