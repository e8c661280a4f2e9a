import io.github.guerdon.reward.*;

/** Gymnasium's Reacher-v5: minus the distance to the target, a price for torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double distance =
        after.body("fingertip").position().distanceTo(after.body("target").position());
    terms.add("distance", -distance);
    terms.add("effort", -action.sumOfSquares());
  }
}
