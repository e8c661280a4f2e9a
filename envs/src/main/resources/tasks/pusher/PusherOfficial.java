import io.github.guerdon.reward.*;

/** Gymnasium's Pusher-v5: minus the distances of cylinder to goal and hand, a price for torque. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double hand = after.body("object").position().distanceTo(after.body("tips_arm").position());
    double goal = after.body("object").position().distanceTo(after.body("goal").position());
    terms.add("near", -0.5 * hand);
    terms.add("distance", -goal);
    terms.add("effort", -0.1 * action.sumOfSquares());
  }
}
