import io.github.guerdon.reward.*;

/** Speed along the diagonal, a price for leaving it and a small one for torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Vector3 moved = after.centerOfMass().minus(before.centerOfMass());
    Vector3 gone = after.centerOfMass().minus(after.start().centerOfMass());
    terms.add("forward", (moved.x() + moved.y()) / Math.sqrt(2) / after.dt());
    terms.add("course", -0.1 * Math.abs(gone.x() - gone.y()));
    terms.add("effort", -0.0001 * action.sumOfSquares());
  }
}
