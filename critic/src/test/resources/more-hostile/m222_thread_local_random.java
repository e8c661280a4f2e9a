import io.github.guerdon.reward.*;
import java.util.concurrent.ThreadLocalRandom;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", ThreadLocalRandom.current().nextDouble());
  }
}
