import io.github.guerdon.reward.*;

public final class Reward implements RewardFunction {
  @Tune(min = 0, max = 1) private static final char LEVEL = 'z';

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double v = after.body("torso").velocity().x();
    terms.add("forward", LEVEL / 100.0 * v);
  }
}
