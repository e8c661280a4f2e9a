package io.github.guerdon.generator.analysis.fault;

import java.util.List;

/**
 * A term of {@value #LARGEST} or more. The learner counts in single precision: over an episode of a
 * thousand steps such a term comes to 1e7, beside which an ordinary one of about 1 is below the
 * last digit. Where it is that large on some steps only, these steps outweigh a batch of a
 * thousand.
 */
final class ScaleExplosion implements Detector {

  static final String SUGGESTION = "Scale it to about 1, and bound what grows without limit.";
  private static final double LARGEST = 1e4;

  @Override
  public List<Finding> find(Evidence evidence) {
    return evidence.terms().stream()
        .filter(t -> t.magnitude() >= LARGEST)
        .map(
            t ->
                new Finding(
                    Fault.SCALE_EXPLOSION,
                    t.name(),
                    Say.text(
                        "It was up to %.3g in size on a step, at random %.3g on average.",
                        t.magnitude(), t.probe().random()),
                    SUGGESTION))
        .toList();
  }
}
