import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    outer: { for (int i = 0; i < 2; i++) { continue outer; } }
    terms.add("forward", after.body("torso").velocity().x());
  }
}
