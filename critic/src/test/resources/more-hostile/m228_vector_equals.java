import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Vector3 v = after.centerOfMass(); terms.add("x", v.equals(v) ? 1 : 0);
  }
}
