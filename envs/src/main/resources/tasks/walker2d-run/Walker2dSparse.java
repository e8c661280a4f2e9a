import io.github.guerdon.reward.*;

/** 1 for each whole metre that is passed for the first time in a step, counted from the start. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double start = after.start().joint("rootx").position();
    double from = Math.floor(before.joint("rootx").position() - start);
    double to = Math.floor(after.joint("rootx").position() - start);
    terms.add("metres", to - from);
  }
}
