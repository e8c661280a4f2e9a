import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static void a(int n) { b(n); }
  static void b(int n) { c(n); }
  static void c(int n) { if (n > 0) a(n - 1); }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    a(3);
    terms.add("forward", after.body("torso").velocity().x());
  }
}
