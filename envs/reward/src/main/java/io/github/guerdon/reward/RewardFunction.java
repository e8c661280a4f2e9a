package io.github.guerdon.reward;

/** A reward: called once a control step, it adds named terms whose sum is the step's reward. */
public interface RewardFunction {

  /**
   * Adds this step's terms.
   *
   * @param before the state in which the action was chosen
   * @param action what was applied, in actuator units after clipping
   * @param after the state that the step reached
   * @param terms where the terms go; the host makes the total, the sum of all terms
   */
  void reward(State before, Action action, State after, Terms terms);
}
