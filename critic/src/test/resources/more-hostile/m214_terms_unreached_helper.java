import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private static void h(Terms t, State s) { t.add("x", s.time()); }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("forward", after.body("torso").velocity().x());
  }
}
