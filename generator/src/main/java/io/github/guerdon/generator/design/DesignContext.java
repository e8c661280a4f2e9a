package io.github.guerdon.generator.design;

import java.util.List;
import java.util.Objects;

/**
 * All that a designer is told.
 *
 * @param task the task, without its name and its baselines
 * @param generation index of the generation to propose, from 0
 * @param seed all of the proposals' randomness derives from it
 * @param parents the best candidates so far, best first; empty at the start
 * @param earlier all candidates of the generations before, in order, the failed ones included
 */
public record DesignContext(
    TaskBrief task, int generation, long seed, List<Past> parents, List<Past> earlier) {

  /** Checks for null and copies the lists. */
  public DesignContext {
    Objects.requireNonNull(task);
    parents = List.copyOf(parents);
    earlier = List.copyOf(earlier);
  }

  /** Returns the id of the candidate that the proposal at an index becomes. */
  public String id(int index) {
    return "g" + generation + "c" + index;
  }
}
