import io.github.guerdon.reward.*;

/** 1 for each whole metre that is passed for the first time in a step, counted from the start. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double start = after.start().qpos(0);
    double from = Math.floor(before.qpos(0) - start);
    double to = Math.floor(after.qpos(0) - start);
    terms.add("metres", to - from);
  }
}
