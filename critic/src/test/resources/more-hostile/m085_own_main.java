import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  public static void main(String[] args) { }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("forward", after.body("torso").velocity().x());
  }
}
