import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  private record Pair(double a, double b) { }
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    var p = new Pair(1, after.time()); terms.add("v", p.a() + p.b());
  }
}
