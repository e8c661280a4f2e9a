package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.run.Caps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * What a batch is asked to do.
 *
 * @param name its name in reports
 * @param experiments its searches: tasks × designers × strategies × seeds, in that order
 * @param shape how large each of them is
 * @param budget the most that all of them may use together
 * @param thresholds what each of them must reach
 * @param confidence how sure a regression must be to count, above 0.5 and below 1
 */
public record BatchPlan(
    String name,
    List<Experiment> experiments,
    SearchShape shape,
    Caps budget,
    Thresholds thresholds,
    double confidence) {

  /** How sure a regression must be if nothing else is said. */
  static final double USUAL_CONFIDENCE = 0.95;

  /** Checks the bounds and copies the list. */
  public BatchPlan {
    Objects.requireNonNull(name);
    Objects.requireNonNull(shape);
    Objects.requireNonNull(budget);
    Objects.requireNonNull(thresholds);
    experiments = List.copyOf(experiments);
    if (experiments.isEmpty()) {
      throw new IllegalArgumentException("a batch has at least one experiment");
    }
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence is " + confidence + ", must be above 0.5 and below 1");
    }
  }

  /** Returns this plan with another confidence. */
  public BatchPlan withConfidence(double other) {
    return new BatchPlan(name, experiments, shape, budget, thresholds, other);
  }

  /** Returns its tasks, each once. */
  public List<TaskEntry> tasks() {
    return new ArrayList<>(
        new LinkedHashSet<>(experiments.stream().map(Experiment::task).toList()));
  }

  /**
   * Returns what one experiment may use: an equal share, so that experiments stay comparable and
   * none depends on what another has left. Time is not shared out: all of them stop together.
   */
  public Caps share() {
    long parts = experiments.size();
    return new Caps(
        part(budget.trainings(), parts),
        part(budget.steps(), parts),
        Caps.NONE,
        part(budget.calls(), parts),
        part(budget.tokens(), parts),
        part(budget.microdollars(), parts));
  }

  private static long part(long whole, long parts) {
    return whole == Caps.NONE ? Caps.NONE : Math.max(1, whole / parts);
  }
}
