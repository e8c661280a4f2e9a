import io.github.guerdon.reward.*;

/** Gymnasium-Robotics' sparse reward of FetchReach: -1 wherever the goal is over 5 cm away. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Vector3 grip = after.site("robot0:grip").position();
    double x = grip.x() - after.parameter("goal_x");
    double y = grip.y() - after.parameter("goal_y");
    double z = grip.z() - after.parameter("goal_z");
    terms.add("away", 100 * Math.sqrt(x * x + y * y + z * z) > 5 ? -1 : 0);
  }
}
