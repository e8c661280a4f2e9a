import io.github.guerdon.reward.*;

/** -1 when the poles fall. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("fallen", after.site("tip").position().z() > 1 ? 0 : -1);
  }
}
