import io.github.guerdon.reward.*;

/** 1 for each whole metre along x that a step passes, counted from the start. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double start = after.start().body("torso").position().x();
    double from = Math.floor(before.body("torso").position().x() - start);
    double to = Math.floor(after.body("torso").position().x() - start);
    terms.add("metres", to - from);
  }
}
