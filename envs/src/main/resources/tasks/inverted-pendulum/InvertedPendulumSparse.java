import io.github.guerdon.reward.*;

/** -1 when the pole falls. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("fallen", Math.abs(after.joint("hinge").position()) <= 0.2 ? 0 : -1);
  }
}
