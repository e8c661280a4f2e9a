package io.github.guerdon.sandbox.executor;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether a training is beyond its deadline. On a machine that others keep busy it gets more time
 * by the wall clock: it is late once it has also computed for half of the deadline, or has had it
 * several times over.
 *
 * @param deadline of the job
 */
record TrainingLimit(Duration deadline) {

  private static final int COMPUTED = 2;
  private static final int MOST = 4;

  /**
   * Returns whether a training is late.
   *
   * @param used the processor time of trainer and cell since it began; empty where the system does
   *     not tell, and then the wall clock alone counts
   * @param passed the time since it began
   */
  boolean late(Optional<Duration> used, Duration passed) {
    if (passed.compareTo(deadline) < 0) {
      return false;
    }
    boolean computed = used.orElse(passed).compareTo(deadline.dividedBy(COMPUTED)) >= 0;
    return computed || passed.compareTo(deadline.multipliedBy(MOST)) >= 0;
  }
}
