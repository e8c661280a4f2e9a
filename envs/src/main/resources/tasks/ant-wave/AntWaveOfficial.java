import io.github.guerdon.reward.*;

/** Follows a slow swing with the hip while the foot is up and the three others are down. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double hip = after.joint("hip_1").position();
    double swing = after.joint("hip_1").velocity();
    boolean up = !after.touching("left_ankle_geom", "floor");
    int down = 0;
    down += after.touching("right_ankle_geom", "floor") ? 1 : 0;
    down += after.touching("third_ankle_geom", "floor") ? 1 : 0;
    down += after.touching("fourth_ankle_geom", "floor") ? 1 : 0;
    double x = after.qpos(0) - after.start().qpos(0);
    double y = after.qpos(1) - after.start().qpos(1);
    terms.add("raised", up ? 1 : 0);
    terms.add("support", down);
    // At rest in the middle nothing, at an end or on the way something: a swing keeps the sum up.
    terms.add("swing", up ? Math.min(1, hip * hip * 4 + swing * swing / 4) : 0);
    terms.add("spot", -Math.hypot(x, y));
    terms.add("effort", -0.1 * action.sumOfSquares());
  }
}
