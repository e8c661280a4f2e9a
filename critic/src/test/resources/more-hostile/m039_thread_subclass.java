import io.github.guerdon.reward.*;
public final class Reward extends Thread implements RewardFunction {
  public void reward(State before, Action action, State after, Terms terms) { start(); terms.add("x", after.time()); }
}
