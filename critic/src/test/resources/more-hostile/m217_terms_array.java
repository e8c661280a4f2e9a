import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Terms[] t = {terms}; t[0].add("x", after.time());
    terms.add("forward", after.body("torso").velocity().x());
  }
}
