import io.github.guerdon.reward.*;
import io.github.guerdon.reward.slot.Fuel;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Fuel.refill();
    terms.add("forward", after.body("torso").velocity().x());
  }
}
