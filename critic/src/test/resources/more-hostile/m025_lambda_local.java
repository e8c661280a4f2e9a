import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    java.util.function.DoubleUnaryOperator f = x -> x * x; terms.add("v", f.applyAsDouble(1));
  }
}
