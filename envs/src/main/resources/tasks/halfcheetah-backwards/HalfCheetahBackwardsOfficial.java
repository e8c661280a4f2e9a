import io.github.guerdon.reward.*;

/** Speed along -x, a price for lying on its back and for torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double moved = before.joint("rootx").position() - after.joint("rootx").position();
    terms.add("backward", moved / after.dt());
    terms.add("upright", Math.min(0, Math.cos(after.joint("rooty").position())));
    terms.add("effort", -0.1 * action.sumOfSquares());
  }
}
