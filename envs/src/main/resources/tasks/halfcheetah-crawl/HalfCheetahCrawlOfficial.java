import io.github.guerdon.reward.*;

/** Speed along x, worth less the higher and the less level the torso is; a price for torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double moved = after.joint("rootx").position() - before.joint("rootx").position();
    double high = Math.max(0, after.body("torso").position().z() - 0.45);
    double tilt = 1 - Math.cos(after.joint("rooty").position());
    terms.add("forward", Shape.clamp(moved / after.dt(), -1, 1));
    terms.add("low", -10 * high);
    terms.add("level", -2 * tilt);
    terms.add("effort", -0.01 * action.sumOfSquares());
  }
}
