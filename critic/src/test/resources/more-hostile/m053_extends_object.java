import io.github.guerdon.reward.*;
public final class Reward extends java.util.ArrayList implements RewardFunction {
  public void reward(State before, Action action, State after, Terms terms) { terms.add("x", size()); }
}
