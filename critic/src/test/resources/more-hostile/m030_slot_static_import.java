import io.github.guerdon.reward.*;
import static io.github.guerdon.reward.slot.Fuel.refill;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    refill(); while (true) refill();
    terms.add("forward", after.body("torso").velocity().x());
  }
}
