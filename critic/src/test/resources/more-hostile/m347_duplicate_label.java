import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    a: for (int i = 0; i < 2; i++) { a: for (int j = 0; j < 2; j++) { } }
    terms.add("forward", after.body("torso").velocity().x());
  }
}
