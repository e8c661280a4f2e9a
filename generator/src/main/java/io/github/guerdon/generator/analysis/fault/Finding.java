package io.github.guerdon.generator.analysis.fault;

import java.util.Objects;

/**
 * One fault that was found.
 *
 * @param fault which
 * @param term the term to blame; empty if it is the reward as a whole
 * @param evidence the numbers that speak for it, in a sentence
 * @param suggestion what kind of edit helps, in a sentence
 */
public record Finding(Fault fault, String term, String evidence, String suggestion) {

  /** Checks for null. */
  public Finding {
    Objects.requireNonNull(fault);
    Objects.requireNonNull(term);
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(suggestion);
  }

  /** Returns the fault and where it is, such as {@code FLOODING in torque}. */
  public String name() {
    return fault + (term.isEmpty() ? "" : " in " + term);
  }

  /** Returns all of it as one line. */
  public String text() {
    return name() + ": " + evidence + " " + suggestion;
  }
}
