import io.github.guerdon.reward.*;

/** Gymnasium's Ant-v5: speed along x, a bonus for being healthy, prices for torque and contact. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double moved = after.body("torso").position().x() - before.body("torso").position().x();
    boolean healthy = after.qpos(2) >= 0.2 && after.qpos(2) <= 1;
    var forces = after.field("cfrc_ext");
    double contact = 0;
    for (int i = 0; i < forces.size(); i++) {
      double force = Shape.clamp(forces.get(i), -1, 1);
      contact += force * force;
    }
    terms.add("forward", moved / after.dt());
    terms.add("healthy", healthy ? 1 : 0);
    terms.add("effort", -0.5 * action.sumOfSquares());
    terms.add("contact", -0.0005 * contact);
  }
}
