import io.github.guerdon.reward.*;

/** Gymnasium's HumanoidStandup-v5: the torso's height, prices for torque and impact. */
public final class Reward implements RewardFunction {

  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double contact = after.field("cfrc_ext").sumOfSquares();
    terms.add("height", after.qpos(2) / (after.dt() / 5) + 1);
    terms.add("effort", -0.1 * action.sumOfSquares());
    terms.add("impact", -Math.min(10, 5e-7 * contact));
  }
}
