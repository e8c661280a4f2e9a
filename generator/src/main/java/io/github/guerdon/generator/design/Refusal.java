package io.github.guerdon.generator.design;

import java.util.Objects;

/**
 * A proposal that was refused and may be repaired.
 *
 * @param id the candidate's id, which the repaired proposal keeps
 * @param proposal what was refused
 * @param source the Java that was reviewed, as the findings count its lines; empty if there was
 *     none
 * @param outcome how it was refused, in one word such as {@code COMPILE_ERROR}
 * @param findings all that is wrong
 * @param round which repair this is, from 1
 * @param of how many there are at most
 */
public record Refusal(
    String id,
    Proposal proposal,
    String source,
    String outcome,
    String findings,
    int round,
    int of) {

  /** Checks for null. */
  public Refusal {
    Objects.requireNonNull(id);
    Objects.requireNonNull(proposal);
    Objects.requireNonNull(source);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(findings);
    if (round < 1 || round > of) {
      throw new IllegalArgumentException("round " + round + " is not in 1 … " + of);
    }
  }
}
