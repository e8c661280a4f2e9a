package io.github.guerdon.generator.analysis.fault;

import java.util.List;

/**
 * A term that has nothing to do with the objective and is so large that the best stretch of
 * progress pays less than {@value #PART} of it. Ten steps of progress then weigh less than one of
 * the other, and noise in the latter hides what the former teaches.
 */
final class Flooding implements Detector {

  static final double PART = 0.1;

  @Override
  public List<Finding> find(Evidence evidence) {
    double pay = evidence.alignedPay();
    return evidence.terms().stream()
        .filter(t -> pay > 0 && !t.aligned() && pay < PART * t.size())
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
}
