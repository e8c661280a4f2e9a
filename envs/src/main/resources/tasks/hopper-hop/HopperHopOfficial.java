import io.github.guerdon.reward.*;

/** Height of the foot above the floor, the spot that it started on, not falling. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double away = after.joint("rootx").position() - after.start().joint("rootx").position();
    double foot = after.geom("foot_geom").position().z();
    double high = foot - after.start().geom("foot_geom").position().z();
    boolean healthy =
        after.joint("rootz").position() > 0.7 && Math.abs(after.joint("rooty").position()) < 0.5;
    terms.add("foot", Shape.clamp(10 * high, 0, 2));
    terms.add("spot", -Math.abs(away));
    terms.add("healthy", healthy ? 1 : 0);
    terms.add("effort", -0.001 * action.sumOfSquares());
  }
}
