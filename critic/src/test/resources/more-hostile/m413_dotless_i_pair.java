import io.github.guerdon.reward.*;

public final class Reward implements RewardFunction {
  static double z(State s) {
    return s.joint("rootz").position();
  }

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double v = after.body("torso").velocity().x();
    double size = 1;
    double sıze = 0;
    terms.add("forward", sıze * v + size * z(after));
  }
}
