package io.github.guerdon.generator.evolve;

import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Score.MetricSummary;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.evolve.Candidate.Failed;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import java.util.Map;

/** Candidates by hand. */
public final class Candidates {

  private Candidates() {}

  /** Returns a score that meets all requirements. */
  public static Score score(double value) {
    return new Score(
        true, 0, value, Map.of(Metric.LENGTH, new MetricSummary(100, 0, 100, 100)), 0, 4, 0);
  }

  static Score missed(double shortfall, double value) {
    return new Score(false, shortfall, value, Map.of(), 0, 4, 0);
  }

  static Scored scored(String id, double value) {
    return new Scored(draft(id), "source " + id, score(value), "good");
  }

  private static Draft draft(String id) {
    return new Draft(id, 0, Proposal.of("source " + id), 0);
  }

  static Failed failed(String id) {
    return new Failed(draft(id), "source " + id, "DIVERGED", "term a was NaN");
  }
}
