import io.github.guerdon.reward.*;

/** 1 for each whole metre backwards that is passed in a step on its feet. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double start = after.start().joint("rootx").position();
    double from = Math.floor(start - before.joint("rootx").position());
    double to = Math.floor(start - after.joint("rootx").position());
    boolean upright = Math.cos(after.joint("rooty").position()) > 0;
    terms.add("metres", upright ? to - from : Math.min(0, to - from));
  }
}
