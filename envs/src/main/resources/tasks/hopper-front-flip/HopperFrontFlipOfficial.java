import io.github.guerdon.reward.*;

/** Turning forwards fast, high above the floor, without a fall; a small price for torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double spin = after.joint("rooty").velocity();
    boolean fallen =
        after.touching("torso_geom", "floor") || after.touching("thigh_geom", "floor");
    terms.add("spin", Shape.clamp(spin, -10, 10));
    terms.add("height", Math.max(0, after.joint("rootz").position() - 1));
    terms.add("healthy", fallen ? 0 : 1);
    terms.add("effort", -0.001 * action.sumOfSquares());
  }
}
