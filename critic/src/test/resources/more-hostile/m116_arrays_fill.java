import io.github.guerdon.reward.*;
import java.util.Arrays;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double[] x = new double[4]; Arrays.fill(x, 1); terms.add("v", x[0]);
  }
}
