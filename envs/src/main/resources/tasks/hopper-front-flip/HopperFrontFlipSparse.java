import io.github.guerdon.reward.*;

/** 1 for each quarter turn forwards that is passed in a step, counted from the start. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double start = after.start().joint("rooty").position();
    double from = Math.floor((before.joint("rooty").position() - start) / (Math.PI / 2));
    double to = Math.floor((after.joint("rooty").position() - start) / (Math.PI / 2));
    terms.add("quarters", to - from);
  }
}
