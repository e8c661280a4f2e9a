import io.github.guerdon.reward.*;

/** 1 for each centimetre that the hand nears the cylinder, 10 that this nears the goal. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double reach = before.body("object").position().distanceTo(before.body("tips_arm").position());
    double reached = after.body("object").position().distanceTo(after.body("tips_arm").position());
    double gap = before.body("object").position().distanceTo(before.body("goal").position());
    double left = after.body("object").position().distanceTo(after.body("goal").position());
    terms.add("hand", Math.floor(100 * reach) - Math.floor(100 * reached));
    terms.add("cylinder", 10 * (Math.floor(100 * gap) - Math.floor(100 * left)));
  }
}
