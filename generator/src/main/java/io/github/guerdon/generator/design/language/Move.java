package io.github.guerdon.generator.design.language;

import io.github.guerdon.generator.design.Past;
import java.util.List;
import java.util.Objects;

/**
 * What one candidate is asked for.
 *
 * @param operator what to do
 * @param parents what it is done with, in order; the candidate's parents
 * @param others further candidates worth showing
 * @param term the term to change, empty unless one is
 */
record Move(Operator operator, List<Past> parents, List<Past> others, String term) {

  Move {
    Objects.requireNonNull(operator);
    parents = List.copyOf(parents);
    others = List.copyOf(others);
    Objects.requireNonNull(term);
  }

  /** Returns the same with less to show: one parent at most, and none in the end. */
  Move smaller() {
    return parents.size() > 1
        ? new Move(Operator.REFINE, parents.subList(0, 1), List.of(), "")
        : new Move(Operator.FIRST, List.of(), List.of(), "");
  }

  List<String> parentIds() {
    return parents.stream().map(Past::id).toList();
  }
}
