package io.github.guerdon.sandbox.cell;

import java.util.function.IntConsumer;

/**
 * How many processes to kill, and how many lives to run side by side.
 *
 * @param kills signals that must meet a living process
 * @param jobs lives at a time
 * @param seed decides which process is killed and when
 * @param progress is told the kills so far after each of them, on any thread
 */
public record KillPlan(int kills, int jobs, long seed, IntConsumer progress) {

  /** Checks the bounds. */
  public KillPlan {
    if (kills < 0) {
      throw new IllegalArgumentException("kills is " + kills + "; it must not be negative");
    }
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs is " + jobs + "; it must be at least 1");
    }
  }

  /** Returns a plan of one life at a time that tells nobody how far it is. */
  public static KillPlan quiet(int kills, long seed) {
    return new KillPlan(kills, 1, seed, killed -> {});
  }
}
