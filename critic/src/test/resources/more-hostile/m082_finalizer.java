import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  protected void finalize() { }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("forward", after.body("torso").velocity().x());
  }
}
