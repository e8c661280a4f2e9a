import io.github.guerdon.reward.*;
class Util { static double half(double x) { return x / 2; } }
public final class Reward implements RewardFunction {
  public void reward(State before, Action action, State after, Terms terms) { terms.add("x", Util.half(after.time())); }
}
