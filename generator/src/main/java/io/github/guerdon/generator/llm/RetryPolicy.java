package io.github.guerdon.generator.llm;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how patiently a failed request is sent again.
 *
 * @param attempts the most requests for one answer, the first included
 * @param firstWait the wait before the second request; each further one is twice as long
 * @param longestWait the longest such wait
 * @param totalWait the longest time spent waiting for one answer, all waits together
 */
public record RetryPolicy(
    int attempts, Duration firstWait, Duration longestWait, Duration totalWait) {

  /** Checks the numbers. */
  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts is " + attempts + ", must be at least 1");
    }
    if (firstWait.isNegative() || longestWait.compareTo(firstWait) < 0 || totalWait.isNegative()) {
      throw new IllegalArgumentException(
          "waits are first "
              + firstWait
              + ", longest "
              + longestWait
              + ", total "
              + totalWait
              + "; must not be negative, and the longest not below the first");
    }
  }

  /** Returns what suits hosted providers: five attempts within three minutes of waiting. */
  public static RetryPolicy standard() {
    return new RetryPolicy(5, Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofMinutes(3));
  }

  /** Returns a single attempt. */
  public static RetryPolicy never() {
    return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }

  /**
   * Returns how long to wait after a failed attempt: doubled each time, then a random part of
   * between half and all of it, so that requests which failed together do not return together.
   *
   * @param failed attempts that have failed, at least 1
   */
  public Duration backOff(int failed, RandomGenerator jitter) {
    long most = longestWait.toMillis();
    long doubled = firstWait.toMillis() << Math.min(failed - 1, 20);
    long wait = doubled < 0 ? most : Math.min(doubled, most);
    return Duration.ofMillis(wait / 2 + Math.round(wait / 2.0 * jitter.nextDouble()));
  }
}
