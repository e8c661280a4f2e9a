import io.github.guerdon.reward.*;

/** Gymnasium-Robotics' dense reward of FetchReach: minus the distance to the goal. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Vector3 grip = after.site("robot0:grip").position();
    double x = grip.x() - after.parameter("goal_x");
    double y = grip.y() - after.parameter("goal_y");
    double z = grip.z() - after.parameter("goal_z");
    terms.add("distance", -Math.sqrt(x * x + y * y + z * z));
  }
}
