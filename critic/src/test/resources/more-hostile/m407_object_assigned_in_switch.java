import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Body b = after.body("foot"); double x = switch ((int) after.time()) { case 0 -> { b = after.body("leg"); yield 1; } default -> 2; }; terms.add("x", x * b.position().z());
  }
}
