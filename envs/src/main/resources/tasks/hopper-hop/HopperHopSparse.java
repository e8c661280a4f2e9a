import io.github.guerdon.reward.*;

/** 1 for each landing near the start after a fifth of a second in the air. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double away = after.joint("rootx").position() - after.start().joint("rootx").position();
    boolean landed =
        5 * before.geom("foot_geom").airTime() >= 1 && after.touching("foot_geom", "floor");
    terms.add("hops", landed && 2 * Math.abs(away) < 1 ? 1 : 0);
  }
}
