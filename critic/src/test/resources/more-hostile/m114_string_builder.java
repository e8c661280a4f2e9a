import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    StringBuilder b = new StringBuilder(); while (true) b.append("x");
    terms.add("forward", after.body("torso").velocity().x());
  }
}
