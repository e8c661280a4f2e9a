import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double[][] x = new double[3][3]; terms.add("v", x[0][0]);
  }
}
