import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    // C:\\users is fine but \\u000a is not looked at closely
    terms.add("forward", after.body("torso").velocity().x());
  }
}
