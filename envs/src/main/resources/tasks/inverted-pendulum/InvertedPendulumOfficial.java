import io.github.guerdon.reward.*;

/** Gymnasium's InvertedPendulum-v5: 1 on each step with the pole up. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("upright", Math.abs(after.joint("hinge").position()) <= 0.2 ? 1 : 0);
  }
}
