package io.github.guerdon.generator.analysis.fault;

import java.util.List;

/**
 * A term that is 0 on all steps of rollouts and trainings, while others teach the task. Rounding
 * may leave it a millionth of a millionth; a term at another constant is saturated, and one without
 * which nothing teaches the task is sparse. A charge for what never happens is meant: a guard that
 * nobody needed does no harm, but whoever wrote it believes that it does something.
 */
final class DeadTerm implements Detector {

  /** Differences of coordinates of about 1 leave this of rounding. */
  static final double NOTHING = 1e-9;

  @Override
  public List<Finding> find(Evidence evidence) {
    return evidence.terms().stream()
        .filter(t -> t.magnitude() <= NOTHING)
        .filter(t -> !SparseExploration.leavesNothing(evidence, t))
        .map(
            t ->
                new Finding(
                    Fault.DEAD_TERM,
                    t.name(),
                    "It was 0 on every step of the probing rollouts"
                        + (t.trained().isEmpty() ? "." : " and of the training."),
                    "Move its threshold to where states are, or leave it out."))
        .toList();
  }
}
