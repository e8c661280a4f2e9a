import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double[][] x = {{1, 2}, {3, 4}}; terms.add("v", x[0][0]);
  }
}
