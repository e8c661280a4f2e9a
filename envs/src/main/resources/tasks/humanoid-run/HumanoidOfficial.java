import io.github.guerdon.reward.*;

/** Gymnasium's Humanoid-v5: speed along x, a bonus for being up, prices for torque and contact. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double moved = after.centerOfMass().x() - before.centerOfMass().x();
    boolean healthy = after.qpos(2) > 1 && after.qpos(2) < 2;
    double contact = after.field("cfrc_ext").sumOfSquares();
    terms.add("forward", 1.25 * moved / after.dt());
    terms.add("healthy", healthy ? 5 : 0);
    terms.add("effort", -0.1 * action.sumOfSquares());
    terms.add("contact", -Math.min(10, 5e-7 * contact));
  }
}
