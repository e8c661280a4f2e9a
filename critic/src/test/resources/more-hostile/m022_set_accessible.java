import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    try { after.getClass().getDeclaredFields()[0].setAccessible(true); } catch (Exception e) { }
    terms.add("forward", after.body("torso").velocity().x());
  }
}
