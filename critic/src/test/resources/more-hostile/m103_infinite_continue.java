import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    for (int i = 0; i < 10; ) { if (i == 5) continue; i++; }
    terms.add("forward", after.body("torso").velocity().x());
  }
}
