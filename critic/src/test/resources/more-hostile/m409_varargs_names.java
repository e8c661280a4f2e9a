import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static Joints h(State s, String... names) { return s.joints(names); }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", h(after, "leg_joint").get(0).position());
  }
}
