package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.batch.ExperimentResult.Identity;
import io.github.guerdon.generator.batch.ExperimentResult.Winner;
import io.github.guerdon.generator.design.Expense;
import io.github.guerdon.generator.evolve.StrategyName;
import io.github.guerdon.generator.report.Comparison.Standing;
import io.github.guerdon.generator.report.ExitReason;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.run.Caps;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results of experiments that need no training. */
final class Results {

  static final Experiment FIRST = experiment(0);
  static final Experiment SECOND = experiment(1);

  private Results() {}

  static Experiment experiment(long seed) {
    return new Experiment(
        new TaskEntry("push", "push.yaml"),
        DesignerEntry.of(DesignerEntry.OFFLINE, Map.of()),
        StrategyName.BEST_OF,
        seed);
  }

  static BatchPlan plan(Experiment... experiments) {
    return new BatchPlan(
        "nightly", List.of(experiments), SearchShape.usual(), Caps.none(), Thresholds.none(), 0.95);
  }

  /** Returns what was measured on some seeds, of which the requirements were met on so many. */
  static Fresh fresh(int met, Double... values) {
    double mean = List.of(values).stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    return new Fresh(
        mean, mean - 0.1, mean + 0.1, mean, mean - 0.1, mean + 0.1, List.of(values), 0, met);
  }

  static ExperimentResult result(Fresh fresh) {
    return result(fresh, Standing.ABOVE);
  }

  /** Returns a result that stands so beside official. */
  static ExperimentResult standing(Standing standing) {
    return result(fresh(3, 0.8, 0.81, 0.82), standing);
  }

  private static ExperimentResult result(Fresh fresh, Standing standing) {
    return new ExperimentResult(
        new Identity("task", "settings"),
        ExitReason.COMPLETED,
        Optional.of(new Winner("g1c0", 0.9)),
        Optional.of(fresh),
        Map.of("official", fresh(3, 0.4, 0.5, 0.6)),
        Map.of("official", standing),
        Double.NaN,
        0.75,
        Map.of("aa", 1000L, "bb", 500L),
        12.5,
        new Expense(3, 100, 50, 0.25),
        "");
  }

  /** Returns a search that found nothing. */
  static ExperimentResult empty() {
    return new ExperimentResult(
        new Identity("task", "settings"),
        ExitReason.NO_VALID_CANDIDATE,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        Double.NaN,
        0,
        Map.of(),
        1,
        Expense.NONE,
        "");
  }
}
