import io.github.guerdon.reward.*;

/** Gymnasium's Swimmer-v5: speed along x, a small price for torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double moved = after.joint("slider1").position() - before.joint("slider1").position();
    terms.add("forward", moved / after.dt());
    terms.add("effort", -0.0001 * action.sumOfSquares());
  }
}
