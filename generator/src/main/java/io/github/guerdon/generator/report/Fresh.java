package io.github.guerdon.generator.report;

import io.github.guerdon.env.Score;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.util.List;

/**
 * What a reward gives with seeds that chose nothing.
 *
 * @param mean mean fitness over the seeds whose training completed; not a number if none did
 * @param low lower end of its 95 % bootstrap interval
 * @param high upper end
 * @param iqm interquartile mean over the same seeds
 * @param iqmLow lower end of its 95 % bootstrap interval
 * @param iqmHigh upper end
 * @param values fitness by seed
 * @param failed trainings that gave no fitness
 * @param requirementsMet trainings whose policy met the task's requirements
 */
public record Fresh(
    double mean,
    double low,
    double high,
    double iqm,
    double iqmLow,
    double iqmHigh,
    List<Double> values,
    int failed,
    int requirementsMet) {

  /** Copies the list. */
  public Fresh {
    values = List.copyOf(values);
  }

  /** Returns what these trainings of one reward came to, one a seed. */
  public static Fresh of(List<Outcome> outcomes) {
    List<Score> scores =
        Outcome.results(outcomes).stream()
            .map(TrainingResult::score)
            .filter(s -> Double.isFinite(s.value()))
            .toList();
    List<Double> values = scores.stream().map(Score::value).toList();
    Bootstrap.Interval interval = Bootstrap.of(values);
    Bootstrap.Interval middle =
        Bootstrap.of(List.of(values), s -> Statistics.interquartileMean(s.get(0)));
    return new Fresh(
        values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN),
        interval.low(),
        interval.high(),
        Statistics.interquartileMean(Statistics.array(values)),
        middle.low(),
        middle.high(),
        values,
        outcomes.size() - values.size(),
        (int) scores.stream().filter(Score::requirementsMet).count());
  }

  /** Returns how many seeds it was trained with. */
  public int seeds() {
    return values.size() + failed;
  }
}
