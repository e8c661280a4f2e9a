package io.github.guerdon.sandbox.training;

/**
 * How a training stood at a rung: the task's fitness, and no reward, over the last episodes that
 * ended there, with the noise of exploration.
 *
 * @param rung which of {@link Rungs}, from 0
 * @param step environment steps taken
 * @param shortfall by how much the task's requirements are missed in sum; 0 if they are met
 * @param mean of what the task maximises, over the episodes that did not blow up; negative infinity
 *     if all did
 * @param sd its standard deviation over them (divided by n)
 * @param episodes how many episodes that is, the blown-up ones included; 0 if none had ended yet,
 *     and then the other numbers say nothing
 */
public record Standing(
    int rung, long step, double shortfall, double mean, double sd, int episodes) {

  /** Checks the numbers. */
  public Standing {
    if (Double.isNaN(shortfall) || Double.isNaN(mean) || Double.isNaN(sd) || episodes < 0) {
      throw new IllegalArgumentException("a standing is made of numbers");
    }
  }

  /** Returns the standard error of the mean. */
  public double standardError() {
    return sd / Math.sqrt(episodes);
  }
}
