import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", after.within("qpos[9:12]", -1, 1) ? 1 : 0);
  }
}
