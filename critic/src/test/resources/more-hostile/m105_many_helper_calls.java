import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static double h(double x) { return x; }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double t = after.time(); for (int i = 0; i < 15000; i++) { t += h(i); } terms.add("v", t);
  }
}
