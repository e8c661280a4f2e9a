import io.github.guerdon.reward.*;

/** Upright, centred, with little effort and a slow pole, all at once, after the control suite's swing-up. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double upright = (1 + Math.cos(after.joint("hinge").position())) / 2;
    double centered = (1 + Shape.tolerance(after.joint("slider").position(), 0, 0, 2)) / 2;
    double effort = (4 + Math.max(0, 1 - action.get(0) * action.get(0))) / 5;
    double slow = (1 + Shape.tolerance(after.joint("hinge").velocity(), 0, 0, 5)) / 2;
    terms.add("task", upright * centered * effort * slow);
  }
}
