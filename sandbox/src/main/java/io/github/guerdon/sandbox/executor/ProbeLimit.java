package io.github.guerdon.sandbox.executor;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a probe may take. A busy machine is no fault of a reward or a model, so that the
 * trainer's own processor time counts; behind it stands a generous time by the wall clock, for what
 * waits and does not compute.
 *
 * @param processorTime of the trainer alone
 * @param wallClock from the question on
 */
record ProbeLimit(Duration processorTime, Duration wallClock) {

  static final ProbeLimit USUAL = new ProbeLimit(Duration.ofSeconds(60), Duration.ofMinutes(10));

  /**
   * Says why a probe is late; nothing while it is not.
   *
   * @param used the processor time that it has used so far; empty where the system does not tell,
   *     and then the wall clock stands for it
   * @param passed the time since it began
   */
  Optional<String> late(Optional<Duration> used, Duration passed) {
    if (used.orElse(passed).compareTo(processorTime) >= 0) {
      return Optional.of("the probe took " + text(processorTime) + " of processor time");
    }
    return passed.compareTo(wallClock) >= 0
        ? Optional.of("the probe was not done after " + text(wallClock))
        : Optional.empty();
  }

  private static String text(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }
}
