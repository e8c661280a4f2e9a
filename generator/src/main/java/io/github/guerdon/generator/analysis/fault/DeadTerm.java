package io.github.guerdon.generator.analysis.fault;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A term that is 0 on all steps of rollouts and trainings, while others teach the task. Rounding
 * may leave it a millionth of a millionth; a term at another constant is saturated, and one without
 * which nothing teaches the task is sparse. A fixed charge for what never happens is a guard that
 * nobody needed, and no fault.
 */
final class DeadTerm implements Detector {

  /** Differences of coordinates of about 1 leave this of rounding. */
  static final double NOTHING = 1e-9;

  /** A fixed charge for something that happens. */
  private static final Pattern CHARGE =
      Pattern.compile(
          "\\?\\s*-\\s*[\\w.]+\\s*:\\s*0(?:\\.0*)?\\b|\\?\\s*0(?:\\.0*)?\\s*:\\s*-\\s*[\\w.]+");

  @Override
  public List<Finding> find(Evidence evidence) {
    return evidence.terms().stream()
        .filter(t -> t.magnitude() <= NOTHING && !guards(t))
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

  private static boolean guards(TermView term) {
    boolean fixed = !term.readsState() && !term.readsAction();
    return CHARGE.matcher(term.source()).find() || (fixed && term.source().strip().startsWith("-"));
  }
}
