import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Vector3 v = after.centerOfMass() + before.centerOfMass(); terms.add("x", v.x());
  }
}
