import io.github.guerdon.reward.*;

/** Gymnasium's Hopper-v5: speed along x, a bonus for being healthy, a small price for torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double moved = after.joint("rootx").position() - before.joint("rootx").position();
    boolean healthy =
        after.joint("rootz").position() > 0.7
            && Math.abs(after.joint("rooty").position()) < 0.2
            && after.within("qpos[2:]", -100, 100)
            && after.within("qvel", -100, 100);
    terms.add("forward", moved / after.dt());
    terms.add("healthy", healthy ? 1 : 0);
    terms.add("effort", -0.001 * action.sumOfSquares());
  }
}
