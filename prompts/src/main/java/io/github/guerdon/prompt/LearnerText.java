package io.github.guerdon.prompt;

/**
 * What a designer should know of the learner that optimises its reward.
 *
 * @param steps environment steps of one training, at least 1
 * @param discount γ, in (0, 1]
 * @param scaled whether rewards are divided by the running standard deviation of the return
 */
public record LearnerText(long steps, double discount, boolean scaled) {

  /** Checks the bounds. */
  public LearnerText {
    if (steps < 1) {
      throw new IllegalArgumentException("steps is " + steps + ", must be at least 1");
    }
    if (!(discount > 0 && discount <= 1)) {
      throw new IllegalArgumentException("discount is " + discount + ", must be in (0, 1]");
    }
  }
}
