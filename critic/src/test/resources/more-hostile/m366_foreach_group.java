import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    for (Joint j : after.joints("leg_joint")) terms.add("x", j.position());
  }
}
