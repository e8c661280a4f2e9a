import io.github.guerdon.reward.*;

/** Gymnasium's Walker2d-v5: speed along x, a bonus for being healthy, a small price for torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double moved = after.joint("rootx").position() - before.joint("rootx").position();
    double height = after.joint("rootz").position();
    boolean healthy = height > 0.8 && height < 2 && Math.abs(after.joint("rooty").position()) < 1;
    terms.add("forward", moved / after.dt());
    terms.add("healthy", healthy ? 1 : 0);
    terms.add("effort", -0.001 * action.sumOfSquares());
  }
}
