import io.github.guerdon.reward.*;

/** 1 for each step within a fifth of the speed asked for, on its feet. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double moved = after.joint("rootx").position() - before.joint("rootx").position();
    double asked = before.parameter("speed");
    boolean upright = Math.cos(after.joint("rooty").position()) > 0;
    boolean near = 5 * Math.abs(moved / after.dt() - asked) < asked;
    terms.add("near", upright && near ? 1 : 0);
  }
}
