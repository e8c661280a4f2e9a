import io.github.guerdon.reward.*;

/** 1 for each eighth of a turn to the left that the heading passes in a step, on its feet. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double from = before.body("torso").orientation().yaw();
    double to = from + Shape.wrapAngle(after.body("torso").orientation().yaw() - from);
    double eighths = Math.floor(to / (Math.PI / 4)) - Math.floor(from / (Math.PI / 4));
    terms.add("eighths", after.body("torso").up().z() > 0.7 ? eighths : Math.min(0, eighths));
  }
}
