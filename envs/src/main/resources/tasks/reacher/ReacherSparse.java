import io.github.guerdon.reward.*;

/** 1 for each whole centimetre by which a step brings the fingertip nearer. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double from = before.body("fingertip").position().distanceTo(before.body("target").position());
    double to = after.body("fingertip").position().distanceTo(after.body("target").position());
    terms.add("nearer", Math.floor(100 * from) - Math.floor(100 * to));
  }
}
