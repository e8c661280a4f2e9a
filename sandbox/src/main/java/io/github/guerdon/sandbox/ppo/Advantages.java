package io.github.guerdon.sandbox.ppo;

/** Estimates how much better actions were than what the policy usually does. */
final class Advantages {

  private Advantages() {}

  /**
   * Estimates advantages (Schulman et al. 2015, https://arxiv.org/abs/1506.02438, equations 11 to
   * 16): δ = r + γ·V(s') − V(s); A = δ + γλ·A', where A' is 0 after an episode's last step.
   *
   * @param n worlds; all arrays are [T·N] with row t·N + n, or longer
   * @param values V(s); says T·N by its length
   * @param nextValues V(s') before any reset; 0 where the task ended the episode
   */
  static float[] estimate(
      int n,
      float[] rewards,
      float[] values,
      float[] nextValues,
      boolean[] ended,
      double discount,
      double lambda) {
    float[] advantages = new float[values.length];
    for (int i = values.length - 1; i >= 0; i--) {
      double delta = rewards[i] + discount * nextValues[i] - values[i];
      boolean chainGoesOn = !ended[i] && i + n < values.length;
      double later = chainGoesOn ? advantages[i + n] : 0;
      advantages[i] = (float) (delta + discount * lambda * later);
    }
    return advantages;
  }
}
