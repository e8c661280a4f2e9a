package io.github.guerdon.generator.llm.provider;

import io.github.guerdon.generator.llm.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long to wait between the attempts for one answer, and when to give up. */
final class Patience {

  private final RetryPolicy policy;
  private final Seams seams;
  private Duration left;

  Patience(RetryPolicy policy, Seams seams) {
    this.policy = policy;
    this.seams = seams;
    this.left = policy.totalWait();
  }

  /**
   * Returns how long to wait before the next attempt; empty if it is time to give up.
   *
   * @param failed attempts that have failed
   * @param asked how long the provider asks to wait
   */
  Optional<Duration> next(int failed, Optional<Duration> asked) {
    if (failed >= policy.attempts()) {
      return Optional.empty();
    }
    Duration own = backOff(failed);
    Duration wait = asked.filter(longer -> longer.compareTo(own) > 0).orElse(own);
    if (wait.compareTo(left) > 0) {
      return Optional.empty();
    }
    left = left.minus(wait);
    return Optional.of(wait);
  }

  /** Says when to come back, if the provider asks for a longer wait than is left. */
  String comeBack(Optional<Duration> asked) {
    return asked
        .filter(wait -> wait.compareTo(left) > 0)
        .map(
            wait -> {
              Instant when = seams.clock().instant().plus(wait).truncatedTo(ChronoUnit.SECONDS);
              return "; it asks to wait "
                  + wait.toSeconds()
                  + " s, which is longer than the "
                  + left.toSeconds()
                  + " s left for waiting: come back at "
                  + when;
            })
        .orElse("");
  }

  private Duration backOff(int failed) {
    synchronized (seams.jitter()) {
      return policy.backOff(failed, seams.jitter());
    }
  }
}
