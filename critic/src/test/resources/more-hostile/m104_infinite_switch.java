import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    int s = 0; while (s < 3) { switch (s) { case 0: s = 1; break; case 1: s = 0; break; default: s = 9; } } terms.add("v", s);
  }
}
