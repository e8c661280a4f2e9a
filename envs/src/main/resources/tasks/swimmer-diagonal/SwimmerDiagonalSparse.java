import io.github.guerdon.reward.*;

/** 1 for each half metre along the diagonal that is passed in a step near it. */
public final class Reward implements RewardFunction {

  private static double along(State at, State start) {
    Vector3 gone = at.centerOfMass().minus(start.centerOfMass());
    return (gone.x() + gone.y()) / Math.sqrt(2);
  }

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Vector3 gone = after.centerOfMass().minus(after.start().centerOfMass());
    double passed =
        Math.floor(2 * along(after, after.start())) - Math.floor(2 * along(before, after.start()));
    boolean near = Math.abs(gone.x() - gone.y()) < 1;
    terms.add("halves", near ? passed : Math.min(0, passed));
  }
}
