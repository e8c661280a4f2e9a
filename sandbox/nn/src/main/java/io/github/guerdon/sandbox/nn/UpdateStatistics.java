package io.github.guerdon.sandbox.nn;

/**
 * Says how an update went; all but the count are means over its mini-batches, each taken before its
 * gradient step.
 *
 * @param updates gradient steps applied
 * @param policyLoss clipped surrogate
 * @param valueLoss half the mean squared error, without its coefficient
 * @param entropy of the policy, in nats
 * @param approximateKl mean of (ratio − 1) − ln ratio, from the rollout's policy to this one
 * @param clipFraction share of the samples whose ratio is out of the clip range
 * @param gradientNorm before it is limited
 */
public record UpdateStatistics(
    int updates,
    float policyLoss,
    float valueLoss,
    float entropy,
    float approximateKl,
    float clipFraction,
    float gradientNorm) {

  /**
   * Tells whether every figure is a finite number. If not, the mini-batch at fault and those after
   * it were left out, and the parameters are those of the last good step.
   */
  public boolean finite() {
    return Float.isFinite(policyLoss)
        && Float.isFinite(valueLoss)
        && Float.isFinite(entropy)
        && Float.isFinite(approximateKl)
        && Float.isFinite(clipFraction)
        && Float.isFinite(gradientNorm);
  }
}
