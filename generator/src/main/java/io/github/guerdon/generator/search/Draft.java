package io.github.guerdon.generator.search;

import io.github.guerdon.generator.design.Proposal;
import java.util.Objects;

/** A proposal with the id that everything about it is filed under. */
record Draft(String id, Proposal proposal) {

  Draft {
    Objects.requireNonNull(id);
    Objects.requireNonNull(proposal);
  }
}
