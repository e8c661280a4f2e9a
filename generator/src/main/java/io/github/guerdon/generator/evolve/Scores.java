package io.github.guerdon.generator.evolve;

import io.github.guerdon.env.Score;
import io.github.guerdon.env.Score.MetricSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pools the scores of several policies of one reward. */
public final class Scores {

  private Scores() {}

  /**
   * Returns the mean of scores: requirements are met if all meet them, metrics are pooled.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Score pool(List<Score> scores) {
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("no score to pool; give at least one");
    }
    if (scores.size() == 1) {
      return scores.get(0);
    }
    Map<String, MetricSummary> metrics = new LinkedHashMap<>();
    for (String name : scores.get(0).metrics().keySet()) {
      List<MetricSummary> each =
          scores.stream()
              .filter(s -> s.metrics().containsKey(name))
              .map(s -> s.metrics().get(name))
              .toList();
      metrics.put(name, pooled(each));
    }
    return new Score(
        scores.stream().allMatch(Score::requirementsMet),
        scores.stream().mapToDouble(Score::shortfall).average().orElseThrow(),
        scores.stream().mapToDouble(Score::value).average().orElseThrow(),
        metrics,
        scores.stream().mapToDouble(Score::successRate).average().orElseThrow(),
        scores.stream().mapToInt(Score::episodes).sum(),
        scores.stream().mapToInt(Score::blownUp).sum());
  }

  private static MetricSummary pooled(List<MetricSummary> each) {
    double mean = each.stream().mapToDouble(MetricSummary::mean).average().orElseThrow();
    double square =
        each.stream()
            .mapToDouble(m -> m.sd() * m.sd() + (m.mean() - mean) * (m.mean() - mean))
            .average()
            .orElseThrow();
    return new MetricSummary(
        mean,
        Math.sqrt(square),
        each.stream().mapToDouble(MetricSummary::min).min().orElseThrow(),
        each.stream().mapToDouble(MetricSummary::max).max().orElseThrow());
  }
}
