import io.github.guerdon.reward.*;

/** Minus the height, being the right way up, small prices for motion and torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("height", -5 * Math.max(0, after.qpos(2) - 0.36));
    terms.add("upright", after.body("torso").up().z());
    terms.add("motion", -0.1 * Math.min(20, after.field("qvel").sumOfSquares()));
    terms.add("effort", -0.1 * action.sumOfSquares());
  }
}
