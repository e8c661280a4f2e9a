import io.github.guerdon.reward.*;

public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double v = after.body("torso").velocity().x();
    boolean upǃ = after.joint("rootz").position() < 1;
    terms.add("forward", upǃ ? v : -v);
  }
}
