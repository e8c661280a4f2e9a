package io.github.guerdon.generator.evolve;

import io.github.guerdon.generator.design.Proposal;
import java.util.Objects;

/**
 * A proposal with the id that everything about it is filed under.
 *
 * @param id its id, unique within a search; a repaired proposal keeps it
 * @param generation its generation, from 0
 * @param proposal what was proposed last
 * @param round how many times it was repaired
 */
public record Draft(String id, int generation, Proposal proposal, int round) {

  /** Checks for null. */
  public Draft {
    Objects.requireNonNull(id);
    Objects.requireNonNull(proposal);
  }

  /** Returns the draft with a repaired proposal. */
  public Draft repaired(Proposal by) {
    return new Draft(id, generation, by, round + 1);
  }
}
