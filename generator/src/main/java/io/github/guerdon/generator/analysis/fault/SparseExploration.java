package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.sandbox.training.TermProbe.Spread;
import java.util.List;

/**
 * A term that would pay, but gives nothing on nineteen of twenty steps of probing rollouts and in
 * the first tenth of training, while no other term goes with the objective: a young policy has
 * nothing to follow. If the last tenth of training has found it, there is no fault.
 */
final class SparseExploration implements Detector {

  /** What is below a thousandth of the largest is lost among the other terms. */
  private static final double NOTHING = 1e-3;

  /** A signal on one step in a hundred is found by many policies, on fewer by few. */
  private static final double SELDOM = 0.01;

  @Override
  public List<Finding> find(Evidence evidence) {
    return evidence.terms().stream()
        .filter(TermView::readsState)
        .filter(t -> silent(t) && leavesNothing(evidence, t))
        .map(
            t ->
                new Finding(
                    Fault.SPARSE_EXPLORATION,
                    t.name(),
                    Say.text(
                        "It gives %.2g a step under random actions and %.2g at most in the probing rollouts%s, and no other term goes with %s.",
                        t.probe().random(),
                        t.probe().rollouts().max(),
                        t.trained().isEmpty()
                            ? ""
                            : Say.text(
                                ", %.2g in the first tenth of training",
                                t.trained(s -> s.first(), 0)),
                        evidence.task().fitness().maximize()),
                    "Add a term with a slope that leads there from the start, or widen this one."))
        .toList();
  }

  private static boolean silent(TermView term) {
    Spread seen = term.probe().rollouts();
    double largest =
        Math.max(term.magnitude(), Math.max(Math.abs(term.probe().windows().max()), NOTHING));
    boolean quiet = Math.max(Math.abs(seen.low()), Math.abs(seen.high())) <= NOTHING * largest;
    boolean seldom =
        Math.abs(term.probe().random()) <= SELDOM * largest
            && Math.abs(term.trained(s -> s.first(), 0)) <= SELDOM * largest;
    boolean unfound = Math.abs(term.trained(s -> s.last(), 0)) <= 5 * SELDOM * largest;
    return quiet && seldom && unfound && term.max() >= 0 && term.min() >= -NOTHING * largest;
  }

  /**
   * Returns whether without this term nothing that a young policy sees goes with the objective. A
   * term that holds a step's two ends against each other, as a potential does, has a slope wherever
   * it is, but over a window it says nothing of the objective's level.
   */
  static boolean leavesNothing(Evidence evidence, TermView term) {
    return evidence.objectiveSeen()
        && evidence.terms().stream()
            .filter(t -> !t.name().equals(term.name()))
            .noneMatch(t -> t.aligned() || (t.comparesEnds() && !t.opposed()));
  }
}
