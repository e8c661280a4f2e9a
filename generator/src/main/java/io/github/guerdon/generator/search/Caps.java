package io.github.guerdon.generator.search;

/**
 * Hard limits that a person gave.
 *
 * @param trainings the most trainings of a search, baselines included
 * @param steps the most environment steps of all trainings together
 */
public record Caps(long trainings, long steps) {

  /** Stands for no limit. */
  public static final long NONE = Long.MAX_VALUE;

  /** Checks that both are positive. */
  public Caps {
    if (trainings < 1 || steps < 1) {
      throw new IllegalArgumentException(
          "caps are " + trainings + " trainings and " + steps + " steps, must be at least 1");
    }
  }

  /** Returns no limits. */
  public static Caps none() {
    return new Caps(NONE, NONE);
  }

  /** Returns these caps with another limit of trainings. */
  public Caps withTrainings(long most) {
    return new Caps(most, steps);
  }

  /** Returns these caps with another limit of steps. */
  public Caps withSteps(long most) {
    return new Caps(trainings, most);
  }
}
