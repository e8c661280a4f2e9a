package io.github.guerdon.generator.design;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a designer is told.
 *
 * @param task the task, without its name and its baselines
 * @param generation index of the generation to propose, from 0
 * @param seed all of the proposals' randomness derives from it
 * @param parents candidates to build on, best first; empty at the start
 * @param earlier all candidates of the generations before, in order, the failed ones included
 * @param births what each child is to come from, by its index; empty where the designer is free to
 *     choose among the parents
 */
public record DesignContext(
    TaskBrief task,
    int generation,
    long seed,
    List<Past> parents,
    List<Past> earlier,
    List<Birth> births) {

  /** Checks for null and that each birth's parents are among the parents; copies the lists. */
  public DesignContext {
    Objects.requireNonNull(task);
    parents = List.copyOf(parents);
    earlier = List.copyOf(earlier);
    births = List.copyOf(births);
    List<String> ids = parents.stream().map(Past::id).toList();
    for (Birth birth : births) {
      if (!ids.containsAll(birth.parents())) {
        throw new IllegalArgumentException(
            "parents of a birth are " + birth.parents() + ", must be among " + ids);
      }
    }
  }

  /** Makes one that leaves the choice among the parents to the designer. */
  public DesignContext(
      TaskBrief task, int generation, long seed, List<Past> parents, List<Past> earlier) {
    this(task, generation, seed, parents, earlier, List.of());
  }

  /** Returns the id of the candidate that the proposal at an index becomes. */
  public String id(int index) {
    return "g" + generation + "c" + index;
  }

  /** Finds what a child is to come from; nothing where the designer is free. */
  public Optional<Birth> birth(int index) {
    return index < births.size() ? Optional.of(births.get(index)) : Optional.empty();
  }

  /** Returns the parent with an id that a birth names. */
  public Past parent(String id) {
    return parents.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  /**
   * Returns the context as a designer may speak of it: where every child is to come from nothing,
   * there is nothing earlier to speak of.
   */
  public DesignContext spoken() {
    boolean blind =
        !births.isEmpty() && births.stream().allMatch(b -> b.kind() == Birth.Kind.GUESS);
    return blind ? new DesignContext(task, generation, seed, List.of(), List.of()) : this;
  }
}
