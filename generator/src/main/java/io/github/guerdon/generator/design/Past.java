package io.github.guerdon.generator.design;

import java.util.Objects;

/**
 * A candidate of an earlier generation as a designer sees it.
 *
 * @param id its id
 * @param generation its generation, from 0
 * @param proposal what was proposed
 * @param outcome how it ended, in one word: {@link #SCORED}, or such as {@code COMPILE_ERROR} or
 *     {@code DIVERGED}
 * @param source the Java that was reviewed, as far as there was any
 * @param feedback what the analysis said of it, or why it failed
 */
public record Past(
    String id, int generation, Proposal proposal, String outcome, String source, String feedback) {

  /** Stands for a candidate that was trained to the end. */
  public static final String SCORED = "SCORED";

  /** Checks for null. */
  public Past {
    Objects.requireNonNull(id);
    Objects.requireNonNull(proposal);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(source);
    Objects.requireNonNull(feedback);
  }

  /** Returns whether it was trained to the end, so that it can be a parent. */
  public boolean scored() {
    return outcome.equals(SCORED);
  }
}
