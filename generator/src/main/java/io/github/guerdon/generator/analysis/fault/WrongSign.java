package io.github.guerdon.generator.analysis.fault;

import java.util.List;

/**
 * A term of states that is smaller where the objective is high, and outweighs all that goes with
 * it. A term that compares a step's two ends is left out: from a place near the goal every way
 * leads away.
 */
final class WrongSign implements Detector {

  @Override
  public List<Finding> find(Evidence evidence) {
    return evidence.terms().stream()
        .filter(TermView::readsState)
        .filter(TermView::opposed)
        .filter(t -> !t.comparesEnds() || t.probe().alignment() < -0.9)
        .filter(t -> -t.probe().pays() > evidence.alignedPay())
        .map(
            t ->
                new Finding(
                    Fault.WRONG_SIGN,
                    t.name(),
                    Say.text(
                        "Where %s is high it gives %.3g less a step (rank correlation %.2f), and all that goes with %1$s gives %.3g more.",
                        evidence.task().fitness().maximize(),
                        -t.probe().pays(),
                        t.probe().alignment(),
                        evidence.alignedPay()),
                    "Turn its sign round, or measure from the other end of its range."))
        .toList();
  }
}
