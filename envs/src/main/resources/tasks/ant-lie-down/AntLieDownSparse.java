import io.github.guerdon.reward.*;

/** 1 for each step that it lies on its belly, moving little. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    boolean low = after.qpos(2) < 0.42 && after.body("torso").up().z() > 0.9;
    terms.add("lying", low && after.field("qvel").sumOfSquares() < 1 ? 1 : 0);
  }
}
