import io.github.guerdon.reward.*;

/** The reaching part of robosuite's shaped rewards: 1 at the goal, falling as a tanh of 10 m. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Vector3 hand = after.body("right_hand").position();
    double x = hand.x() - after.parameter("goal_x");
    double y = hand.y() - after.parameter("goal_y");
    double z = hand.z() - after.parameter("goal_z");
    double distance = Math.sqrt(x * x + y * y + z * z);
    terms.add("reach", 1 - Math.tanh(10 * distance));
  }
}
