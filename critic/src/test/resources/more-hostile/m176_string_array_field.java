import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static final String[] PARTS = {"torso", "foot"};
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    for (int i = 0; i < 2; i++) terms.add("h", after.body(PARTS[i]).position().z());
  }
}
