import io.github.guerdon.reward.*;

/** 1 at the speed asked for, falling off on both sides; a small price for torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double moved = after.joint("rootx").position() - before.joint("rootx").position();
    double asked = before.parameter("speed");
    terms.add("speed", 1 - Math.abs(moved / after.dt() - asked) / asked);
    terms.add("upright", Math.min(0, Math.cos(after.joint("rooty").position())));
    terms.add("effort", -0.01 * action.sumOfSquares());
  }
}
