package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.batch.Judged.Verdict;
import io.github.guerdon.generator.report.ExitReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a batch.
 *
 * @param plan what was asked
 * @param experiments its experiments in the plan's order
 * @param compared whether there was a baseline to compare with
 * @param started when this session of it began
 */
public record BatchReport(
    BatchPlan plan, List<Judged> experiments, boolean compared, Instant started) {

  /** Checks for null and copies the list. */
  public BatchReport {
    Objects.requireNonNull(plan);
    Objects.requireNonNull(started);
    experiments = List.copyOf(experiments);
  }

  /** Judges how experiments ended: by the plan's thresholds, and beside an earlier batch. */
  static BatchReport of(
      BatchPlan plan,
      Map<Experiment, ExperimentOutcome> outcomes,
      Optional<Baseline> baseline,
      Instant started) {
    List<Judged> judged = new ArrayList<>();
    outcomes.forEach(
        (experiment, outcome) -> judged.add(judge(plan, experiment, outcome, baseline)));
    return new BatchReport(plan, judged, baseline.isPresent(), started);
  }

  private static Judged judge(
      BatchPlan plan,
      Experiment experiment,
      ExperimentOutcome outcome,
      Optional<Baseline> baseline) {
    List<String> messages = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (outcome instanceof ExperimentOutcome.Done done) {
      ExperimentResult result = done.result();
      if (result.reason() == ExitReason.NO_VALID_CANDIDATE) {
        messages.add("no candidate was trained to the end");
      }
      messages.addAll(plan.thresholds().missed(experiment.task().label(), result));
      if (!result.halt().isEmpty()) {
        notes.add("the designer stopped: " + result.halt());
      }
      baseline.ifPresent(
          b -> compare(b, experiment.name(), result, plan.confidence(), messages, notes));
    } else if (outcome instanceof ExperimentOutcome.Broken broken) {
      messages.add(broken.message());
    } else if (outcome instanceof ExperimentOutcome.Stopped stopped) {
      messages.add(stopped.why().sentence());
    }
    return new Judged(experiment, outcome, messages, notes);
  }

  private static void compare(
      Baseline baseline,
      String name,
      ExperimentResult result,
      double confidence,
      List<String> messages,
      List<String> notes) {
    Baseline.Entry then = baseline.entries().get(name);
    if (then == null) {
      notes.add("the baseline holds no such experiment, so that nothing was compared");
      return;
    }
    Regression regression = Regression.of(result, then, confidence);
    switch (regression.kind()) {
      case WORSE, INCOMPARABLE -> messages.add(regression.message());
      case NOT_WORSE, ABSTAINED -> notes.add(regression.message());
    }
  }

  /** Returns how many experiments amount to a verdict. */
  public long count(Verdict verdict) {
    return experiments.stream().filter(e -> e.verdict() == verdict).count();
  }

  /** Returns the trainings that the experiments needed, each counted for all that needed it. */
  public long trainings() {
    return results().stream().mapToLong(r -> r.trainings().size()).sum();
  }

  /** Returns the trainings that there are; what experiments share is counted once. */
  public long trained() {
    return distinct().size();
  }

  /** Returns the environment steps of the trainings that there are. */
  public long steps() {
    return distinct().values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, Long> distinct() {
    Map<String, Long> all = new HashMap<>();
    results().forEach(r -> all.putAll(r.trainings()));
    return all;
  }

  private List<ExperimentResult> results() {
    return experiments.stream().flatMap(e -> e.result().stream()).toList();
  }

  /** Returns the report's files: their texts by name. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("junit.xml", JunitXml.write(this));
    files.put("summary.md", BatchSummary.write(this));
    files.put("results.csv", ResultsCsv.write(this));
    files.put("results.json", ResultsJson.write(this));
    return files;
  }
}
