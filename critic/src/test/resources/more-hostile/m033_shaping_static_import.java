import io.github.guerdon.reward.*;
import static io.github.guerdon.reward.Shaping.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    discount(0.5); terms.add("p", potential(1, after.time()));
  }
}
