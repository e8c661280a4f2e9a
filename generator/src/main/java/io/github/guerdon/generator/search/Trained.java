package io.github.guerdon.generator.search;

import io.github.guerdon.sandbox.training.Outcome;
import java.util.List;
import java.util.Objects;

/** A reviewed draft with the outcomes of its trainings, one a seed; none if it was refused. */
record Trained(Reviewed reviewed, List<Outcome> outcomes) {

  Trained {
    Objects.requireNonNull(reviewed);
    outcomes = List.copyOf(outcomes);
  }
}
