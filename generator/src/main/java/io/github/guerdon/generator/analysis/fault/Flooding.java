package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.sandbox.training.TermStatistics;
import java.util.List;

/**
 * A term that has nothing to do with the objective and is so large that the best stretch of
 * progress pays less than {@value #PART} of it. Ten steps of progress then weigh less than one of
 * the other, and noise in the latter hides what the former teaches. Or a smaller one that a
 * training was all about, so that it learned nothing else.
 */
final class Flooding implements Detector {

  static final double PART = 0.1;
  private static final double MUCH = 2;
  private static final double NEARLY_ALL = 0.8;
  private static final double LITTLE = 0.15;

  @Override
  public List<Finding> find(Evidence evidence) {
    double pay = evidence.alignedPay();
    return evidence.terms().stream()
        .filter(t -> pay > 0 && !t.aligned())
        .filter(t -> pay < PART * t.size() || drowns(evidence, t, pay))
        .map(
            t ->
                new Finding(
                    Fault.FLOODING,
                    t.name(),
                    Say.text(
                        "It gives %.3g a step to a policy that idles and %.3g to a random one, while all that goes with %s gives %.3g more where that is high%s.",
                        t.probe().idle(),
                        t.probe().random(),
                        evidence.task().fitness().maximize(),
                        pay,
                        t.trained().isEmpty()
                            ? ""
                            : Say.text(
                                "; its share in training was %.0f %%",
                                100 * t.trained(s -> s.share(), 0))),
                    "Scale it down to the size of the terms that serve the task."))
        .toList();
  }

  /**
   * Returns whether a term of states is twice what progress can pay, made up nearly all of the
   * reward in training, and left next to nothing learned of what goes with the objective.
   */
  private static boolean drowns(Evidence evidence, TermView term, double pay) {
    double learned =
        evidence.terms().stream()
            .filter(TermView::aligned)
            .mapToDouble(t -> t.trained(s -> s.last(), 0) - t.probe().random())
            .sum();
    return term.readsState()
        && term.size() >= MUCH * pay
        && term.trained(TermStatistics::share, 0) >= NEARLY_ALL
        && learned < LITTLE * pay;
  }
}
