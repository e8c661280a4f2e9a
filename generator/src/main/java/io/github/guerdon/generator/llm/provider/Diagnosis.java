package io.github.guerdon.generator.llm.provider;

import io.github.guerdon.generator.llm.CallFailure.Kind;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a failed attempt means.
 *
 * @param kind what to do about it
 * @param message what happened, and what to do
 * @param billed what the provider may bill
 * @param pause how long the provider asks to wait
 */
record Diagnosis(Kind kind, String message, Billed billed, Optional<Duration> pause) {

  /** What a provider may bill for a failed attempt. */
  enum Billed {
    /** Nothing: it was never reached, or refused the request. */
    NOTHING,
    /** Nobody knows. */
    PERHAPS
  }

  Diagnosis {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(message);
    Objects.requireNonNull(billed);
    Objects.requireNonNull(pause);
  }

  static Diagnosis of(Kind kind, String message, Billed billed) {
    return new Diagnosis(kind, message, billed, Optional.empty());
  }
}
