import io.github.guerdon.reward.*;
import java.util.stream.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("v", DoubleStream.of(1, 2).sum());
  }
}
