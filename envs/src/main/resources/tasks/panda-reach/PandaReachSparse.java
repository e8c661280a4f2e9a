import io.github.guerdon.reward.*;

/** 1 for each whole centimetre by which a step brings the hand nearer to the goal. */
public final class Reward implements RewardFunction {

  private static double gap(Vector3 hand, double x, double y, double z) {
    double dx = hand.x() - x;
    double dy = hand.y() - y;
    double dz = hand.z() - z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double x = after.parameter("goal_x");
    double y = after.parameter("goal_y");
    double z = after.parameter("goal_z");
    double from = gap(before.body("right_hand").position(), x, y, z);
    double to = gap(after.body("right_hand").position(), x, y, z);
    terms.add("nearer", Math.floor(100 * from) - Math.floor(100 * to));
  }
}
