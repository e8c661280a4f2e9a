import io.github.guerdon.reward.*;

/** 1 for each time that the raised hip passes a fifth of a radian outwards, on either side. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double from = Math.abs(before.joint("hip_1").position());
    double to = Math.abs(after.joint("hip_1").position());
    boolean up = !after.touching("left_ankle_geom", "floor");
    terms.add("swings", up && 5 * from < 1 && 5 * to >= 1 ? 1 : 0);
  }
}
