package io.github.guerdon.generator.design;

import java.util.Objects;

/**
 * A candidate of an earlier generation as a designer sees it.
 *
 * @param id its id
 * @param proposal what was proposed
 * @param scored whether it was trained to the end, so that it can be a parent
 * @param feedback what the analysis said of it, or why it failed
 */
public record Past(String id, Proposal proposal, boolean scored, String feedback) {

  /** Checks for null. */
  public Past {
    Objects.requireNonNull(id);
    Objects.requireNonNull(proposal);
    Objects.requireNonNull(feedback);
  }
}
