import io.github.guerdon.reward.*;

public final class Reward implements RewardFunction {
  private static double[] longer(double[] a, Action u, State s) {
    return new double[a.length - (1 - u.size() - s.qposSize() - 1024)];
  }

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double v = after.body("torso").velocity().x();
    double[] a = {v};
    for (int i = 0; i < 9000; i++) a = longer(a, action, after);
    terms.add("forward", v + a[0]);
  }
}
