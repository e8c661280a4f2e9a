import io.github.guerdon.reward.*;

/** dm_control's quadruped run: half of it for standing still, all for 5 m/s, times how upright. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double speed = after.sensor("velocimeter").get(0);
    double move = Shape.clamp((speed + 5) / 10, 0, 1);
    terms.add("run", move * (1 + after.body("torso").up().z()) / 2);
  }
}
