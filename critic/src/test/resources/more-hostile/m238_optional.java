import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    java.util.Optional<Double> o = java.util.Optional.of(1.0); terms.add("x", o.get());
  }
}
