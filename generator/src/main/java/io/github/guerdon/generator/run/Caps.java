package io.github.guerdon.generator.run;

/**
 * Hard limits that a person gave.
 *
 * @param trainings the most trainings of a search, baselines included
 * @param steps the most environment steps of all trainings together
 * @param seconds the most wall-clock time of a session
 * @param calls the most requests to a language model, retries included
 * @param tokens the most tokens sent and received
 * @param microdollars the most money for a language model, in millionths of a USD
 */
public record Caps(
    long trainings, long steps, long seconds, long calls, long tokens, long microdollars) {

  /** Stands for no limit. */
  public static final long NONE = Long.MAX_VALUE;

  /** Checks that all are positive. */
  public Caps {
    if (Math.min(trainings, steps) < 1
        || Math.min(seconds, calls) < 1
        || Math.min(tokens, microdollars) < 1) {
      throw new IllegalArgumentException(
          "caps are "
              + trainings
              + " trainings, "
              + steps
              + " steps, "
              + seconds
              + " s, "
              + calls
              + " calls, "
              + tokens
              + " tokens and "
              + microdollars
              + " millionths of a USD, must be above 0");
    }
  }

  /** Returns no limits. */
  public static Caps none() {
    return new Caps(NONE, NONE, NONE, NONE, NONE, NONE);
  }

  /** Returns these caps with another limit of trainings. */
  public Caps withTrainings(long most) {
    return new Caps(most, steps, seconds, calls, tokens, microdollars);
  }

  /** Returns these caps with another limit of steps. */
  public Caps withSteps(long most) {
    return new Caps(trainings, most, seconds, calls, tokens, microdollars);
  }

  /** Returns these caps with another limit of wall-clock seconds. */
  public Caps withSeconds(long most) {
    return new Caps(trainings, steps, most, calls, tokens, microdollars);
  }

  /** Returns these caps with another limit of calls. */
  public Caps withCalls(long most) {
    return new Caps(trainings, steps, seconds, most, tokens, microdollars);
  }

  /** Returns these caps with another limit of tokens. */
  public Caps withTokens(long most) {
    return new Caps(trainings, steps, seconds, calls, most, microdollars);
  }

  /** Returns these caps with another limit of money. */
  public Caps withMicrodollars(long most) {
    return new Caps(trainings, steps, seconds, calls, tokens, most);
  }
}
