import io.github.guerdon.reward.*;

public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double v = after.body("torso").velocity().x();
    double[] one = new double[1024], a = {v};
    for (int i = 0; i < 15000; i++) {
      a = new double[a.length - (0 - one.length)];
    }
    terms.add("forward", v + a[0]);
  }
}
