import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    int k = 2; k++; switch (1) { case k: terms.add("x", after.time()); }
  }
}
