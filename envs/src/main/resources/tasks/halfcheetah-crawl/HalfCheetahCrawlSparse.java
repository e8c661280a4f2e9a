import io.github.guerdon.reward.*;

/** 1 for each whole metre forwards that is passed in a step low and level; lost when going back. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double start = after.start().joint("rootx").position();
    double from = Math.floor(before.joint("rootx").position() - start);
    double to = Math.floor(after.joint("rootx").position() - start);
    boolean low = after.body("torso").position().z() < 0.45;
    boolean level = Math.cos(after.joint("rooty").position()) > 0.8;
    terms.add("metres", low && level ? to - from : Math.min(0, to - from));
  }
}
