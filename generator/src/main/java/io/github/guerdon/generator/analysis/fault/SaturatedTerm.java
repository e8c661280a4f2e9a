package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.sandbox.training.TermProbe.Spread;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A term of states that gives the same almost everywhere, but not 0: nine tenths of its values, in
 * rollouts and where states are thrown far about, differ by less than {@value #SAME} of their size.
 * A shape that still has a slope somewhere that policies go differs by more. What lies near 0 is
 * seldom paid or charged, which is another matter.
 *
 * <p>Where a task ends episodes, health keeps states close together, and a term that follows them
 * well, as the cosine of a pitch that may be 0.2 rad at most, differs little: there its values must
 * be the same to {@value #EXACT}. Nor may it differ on steps that end an episode, for it may mark
 * just that end.
 *
 * <p>Or one that lies at its bound, to {@value #EXACT} for states and {@value #OF_ACTIONS} for
 * actions, under random actions and from a training's first tenth to its last: there it has no
 * slope, whatever it gives where nobody goes.
 */
final class SaturatedTerm implements Detector {

  private static final double SAME = 0.05;
  private static final double EXACT = 0.001;
  private static final double OF_ACTIONS = 0.01;
  private static final double BOUND = 0.5;

  @Override
  public List<Finding> find(Evidence evidence) {
    return evidence.terms().stream()
        .filter(t -> t.readsState() || t.readsAction())
        .filter(t -> t.magnitude() > DeadTerm.NOTHING)
        .filter(t -> atItsBound(t) || (t.readsState() && flat(t, evidence.canEnd())))
        .map(
            t ->
                new Finding(
                    Fault.SATURATED_TERM,
                    t.name(),
                    Say.text(
                        "Nine tenths of its values lie from %.4g to %.4g in the probing rollouts%s.",
                        t.probe().rollouts().low(),
                        t.probe().rollouts().high(),
                        t.trained().isEmpty()
                            ? ""
                            : Say.text(
                                ", its mean was %.4g at first and %.4g at last in training",
                                t.trained(s -> s.first(), 0), t.trained(s -> s.last(), 0))),
                    "Widen its shape or move its bound, so that it has a slope where states are."))
        .toList();
  }

  private static boolean atItsBound(TermView term) {
    double same = term.readsState() ? EXACT : OF_ACTIONS;
    return !term.trained().isEmpty()
        && term.max() > term.min()
        && (at(term, term.max(), same) || at(term, term.min(), same));
  }

  private static boolean at(TermView term, double bound, double same) {
    return Math.abs(bound) >= BOUND * term.magnitude()
        && DoubleStream.of(
                term.probe().random(),
                term.trained(s -> s.first(), 0),
                term.trained(s -> s.last(), 0))
            .allMatch(value -> Math.abs(value - bound) <= same * Math.abs(bound));
  }

  private static boolean flat(TermView term, boolean canEnd) {
    double size = Math.abs(term.probe().rollouts().median());
    if (size < BOUND * term.magnitude()) {
      return false; // it lies near 0, so it is seldom paid or charged
    }
    Spread rollouts = term.probe().rollouts();
    Spread windows = term.probe().windows();
    double same = canEnd ? EXACT : SAME;
    boolean still = rollouts.high() - rollouts.low() <= same * size;
    boolean stillThere = windows.high() - windows.low() <= 2 * same * size;
    boolean learned =
        Math.abs(term.trained(s -> s.last(), rollouts.median()) - rollouts.median())
            > 2 * SAME * size;
    boolean marksTheEnd =
        canEnd
            && (term.max() - term.min() > 2 * SAME * size
                || Math.abs(term.probe().end() - rollouts.median()) > 2 * SAME * size);
    return still && stillThere && !learned && !marksTheEnd;
  }
}
