import io.github.guerdon.reward.*;

public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double v = after.body("torso").velocity().x();
    double[] one = new double[1000];
    int less = 1 - one.length;
    double[] a = {v};
    for (int i = 0; i < 15000; i++) a = new double[a.length - less];
    terms.add("forward", v + a[0]);
  }
}
