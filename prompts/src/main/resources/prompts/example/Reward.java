import io.github.guerdon.reward.*;

/** Bring the load over the pad, calm it there, lower it. */
public final class Reward implements RewardFunction {

  @Tune(min = 1, max = 20) private static final double CARRY = 5;
  @Tune(min = 0.1, max = 2) private static final double WIDTH = 0.4;
  @Tune(min = 0.2, max = 5) private static final double LOWER = 1;
  @Tune(min = 0, max = 1) private static final double CALM = 0.1;

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double over = Shape.gaussian(gap(after), WIDTH);
    double height = after.geom("load").position().z() - after.geom("pad").position().z();
    terms.add("carry", CARRY * Shape.potential(-gap(before), -gap(after)));
    terms.add("over", 0.5 * over);
    terms.add("lower", LOWER * over * Shape.tolerance(height, 0, 0.2, 1.5));
    terms.add("calm", -CALM * over * Math.abs(after.joint("sway").velocity()));
    terms.add("smooth", -0.02 * action.rate());
  }

  private static double gap(State state) {
    return Math.abs(state.geom("load").position().x() - state.geom("pad").position().x());
  }
}
