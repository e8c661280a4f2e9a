import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Joint j = after.body("torso"); terms.add("x", j.position());
  }
}
