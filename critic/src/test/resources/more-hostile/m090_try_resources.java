import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    try (var x = new java.io.StringReader("")) { }
    terms.add("forward", after.body("torso").velocity().x());
  }
}
