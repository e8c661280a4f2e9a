import io.github.guerdon.reward.*;

/** 1 on each step with the pole upright over the middle of the rail. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    boolean up = Math.cos(after.joint("hinge").position()) > 0.95;
    boolean centered = Math.abs(after.joint("slider").position()) < 0.5;
    terms.add("upright", up && centered ? 1 : 0);
  }
}
