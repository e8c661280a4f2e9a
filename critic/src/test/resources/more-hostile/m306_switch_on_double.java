import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    switch (after.time()) { case 1: terms.add("x", after.time()); }
  }
}
