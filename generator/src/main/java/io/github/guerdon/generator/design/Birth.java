package io.github.guerdon.generator.design;

import java.util.List;
import java.util.Objects;

/**
 * What one child is to come from, where a strategy decides that; the designer decides how.
 *
 * @param kind what to do with the parents
 * @param parents ids of scored candidates, as many as the kind takes
 */
public record Birth(Kind kind, List<String> parents) {

  /** What to do with parents. */
  public enum Kind {
    /** Write one from nothing. */
    GUESS(0),
    /** Improve the parent as a whole. */
    REFINE(1),
    /** Change one of the parent's terms. */
    MUTATE(1),
    /** Take terms of both parents. */
    CROSSOVER(2),
    /** Write one unlike those that there are. */
    EXPLORE(0);

    private final int parents;

    Kind(int parents) {
      this.parents = parents;
    }
  }

  /** Checks the number of parents. */
  public Birth {
    Objects.requireNonNull(kind);
    parents = List.copyOf(parents);
    if (parents.size() != kind.parents) {
      throw new IllegalArgumentException(
          kind + " has " + parents.size() + " parents, must have " + kind.parents);
    }
  }

  /** Returns a birth from these parents. */
  public static Birth of(Kind kind, String... parents) {
    return new Birth(kind, List.of(parents));
  }
}
