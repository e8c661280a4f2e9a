import io.github.guerdon.reward.*;

/** Gymnasium's InvertedDoublePendulum-v5: a bonus for being up, prices for place and spin. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    var tip = after.site("tip").position();
    double inner = after.joint("hinge").velocity();
    double outer = after.joint("hinge2").velocity();
    terms.add("upright", tip.z() > 1 ? 10 : 0);
    terms.add("place", -(0.01 * tip.x() * tip.x() + (tip.z() - 2) * (tip.z() - 2)));
    terms.add("spin", -(0.001 * inner * inner + 0.005 * outer * outer));
  }
}
