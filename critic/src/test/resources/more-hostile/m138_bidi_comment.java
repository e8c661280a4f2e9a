import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    /* ‮ } ⁦if (after.time() > 1)⁩ ⁦ begin */ terms.add("x", after.time());
  }
}
