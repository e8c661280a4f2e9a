import io.github.guerdon.reward.*;

public final class Reward implements RewardFunction {
  private static final double W = 1;
  private static final double ꓪ = -1;

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double v = after.body("torso").velocity().x();
    terms.add("forward", ꓪ * v);
  }
}
