import io.github.guerdon.reward.*;

/** Turning to the left, the right way up, near the start; a bonus for being healthy. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double x = after.qpos(0) - after.start().qpos(0);
    double y = after.qpos(1) - after.start().qpos(1);
    boolean healthy = after.qpos(2) >= 0.2 && after.qpos(2) <= 1;
    double spin = Shape.clamp(after.body("torso").angularVelocity().z(), -3, 3);
    terms.add("spin", spin * Math.max(0, after.body("torso").up().z()));
    terms.add("spot", -Math.hypot(x, y));
    terms.add("healthy", healthy ? 1 : 0);
    terms.add("effort", -0.1 * action.sumOfSquares());
  }
}
