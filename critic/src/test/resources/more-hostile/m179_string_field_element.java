import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static final String TORSO = "torso";
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", after.body(TORSO).position().z());
  }
}
