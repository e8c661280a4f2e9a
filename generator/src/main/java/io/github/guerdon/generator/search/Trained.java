package io.github.guerdon.generator.search;

import io.github.guerdon.sandbox.training.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A reviewed draft with the outcomes of its trainings.
 *
 * @param outcomes one a seed; none if it was refused
 * @param stop why the race stopped it, if it did
 */
record Trained(Reviewed reviewed, List<Outcome> outcomes, Optional<Race.Stop> stop) {

  Trained {
    Objects.requireNonNull(reviewed);
    outcomes = List.copyOf(outcomes);
    Objects.requireNonNull(stop);
  }
}
