import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double h(double x) { return x; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    java.util.function.DoubleUnaryOperator f = Reward::h; terms.add("v", f.applyAsDouble(1));
  }
}
