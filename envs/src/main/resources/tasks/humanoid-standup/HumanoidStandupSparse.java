import io.github.guerdon.reward.*;

/** 1 for each five centimetres of height that are passed in a step. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("risen", Math.floor(20 * after.qpos(2)) - Math.floor(20 * before.qpos(2)));
  }
}
