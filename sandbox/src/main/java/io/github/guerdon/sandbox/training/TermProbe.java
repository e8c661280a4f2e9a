package io.github.guerdon.sandbox.training;

import java.util.Objects;

/**
 * What one term says in the probe's rollouts, and in the probe's windows: short stretches from
 * states thrown far about, by which a term can be held against the task's objective.
 *
 * @param name its normal name
 * @param rollouts its values in the rollouts
 * @param windows its values in the windows
 * @param zeros share of the rollouts' steps on which it is exactly 0
 * @param idle mean of a step's value while nothing acts
 * @param random mean of a step's value under random actions
 * @param end mean of its value on steps that end an episode before its time limit; 0 if none does
 * @param alignment rank correlation with the objective over windows; not a number where either
 *     never changes
 * @param pays by how much its mean is greater in the tenth of the windows with the highest
 *     objective than in the half with the lowest; not a number where the objective never changes
 */
public record TermProbe(
    String name,
    Spread rollouts,
    Spread windows,
    double zeros,
    double idle,
    double random,
    double end,
    double alignment,
    double pays) {

  /** Checks for null. */
  public TermProbe {
    Objects.requireNonNull(name);
    Objects.requireNonNull(rollouts);
    Objects.requireNonNull(windows);
  }

  /**
   * Where some values lie.
   *
   * @param mean their mean
   * @param sd their standard deviation
   * @param min the smallest
   * @param low a twentieth is below it
   * @param median half is below it
   * @param high a twentieth is above it
   * @param max the largest
   */
  public record Spread(
      double mean, double sd, double min, double low, double median, double high, double max) {

    /** What is known of no values. */
    public static final Spread NOTHING = new Spread(0, 0, 0, 0, 0, 0, 0);
  }
}
