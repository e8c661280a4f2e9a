package io.github.guerdon.generator.report;

import io.github.guerdon.generator.analysis.Changes;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.evolve.Candidate;
import io.github.guerdon.generator.evolve.Generation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells how a candidate came about: its forebears, and what each step changed, term by term. */
final class Lineage {

  private Lineage() {}

  /**
   * A candidate and what it changed.
   *
   * @param parent the one that it is compared with; nothing for a first guess
   * @param changes a line each; empty for a first guess
   */
  record Step(Candidate candidate, Optional<Candidate> parent, List<String> changes) {

    Step {
      Objects.requireNonNull(candidate);
      Objects.requireNonNull(parent);
      changes = List.copyOf(changes);
    }
  }

  /** Returns the steps to a candidate, the first guess first; none if there is no such one. */
  static List<Step> of(Generation generation, String id) {
    List<Step> steps = new ArrayList<>();
    Optional<Candidate> next = find(generation, id);
    while (next.isPresent()) {
      Candidate candidate = next.get();
      // Parents are of earlier generations, so that this ends.
      next = parent(generation, candidate.draft().proposal());
      steps.add(new Step(candidate, next, changes(next, candidate)));
    }
    Collections.reverse(steps);
    return steps;
  }

  private static List<String> changes(Optional<Candidate> parent, Candidate child) {
    return parent
        .map(p -> Changes.between(p.source(), child.source()).lines().toList())
        .orElse(List.of());
  }

  private static Optional<Candidate> parent(Generation generation, Proposal proposal) {
    return proposal.parents().stream().findFirst().flatMap(id -> find(generation, id));
  }

  private static Optional<Candidate> find(Generation generation, String id) {
    return generation.all().stream().filter(c -> c.id().equals(id)).findFirst();
  }
}
