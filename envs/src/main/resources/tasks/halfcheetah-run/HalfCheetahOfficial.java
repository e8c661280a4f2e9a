import io.github.guerdon.reward.*;

/** Gymnasium's HalfCheetah-v5: speed along x, a price for torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double moved = after.joint("rootx").position() - before.joint("rootx").position();
    terms.add("forward", moved / after.dt());
    terms.add("effort", -0.1 * action.sumOfSquares());
  }
}
