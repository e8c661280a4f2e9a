package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.batch.Judged.Verdict;
import io.github.guerdon.generator.report.Comparison.Standing;
import io.github.guerdon.generator.report.Fresh;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A batch's summary for people, in Markdown. */
final class BatchSummary {

  private final StringBuilder text = new StringBuilder();

  private BatchSummary() {}

  static String write(BatchReport report) {
    BatchSummary summary = new BatchSummary();
    summary.head(report);
    summary.problems(report.experiments());
    report.plan().tasks().forEach(task -> summary.task(task, report.experiments()));
    summary.notes(report.experiments());
    return summary.text.toString();
  }

  private void head(BatchReport report) {
    line("# Batch %s", report.plan().name());
    line("");
    line(
        "%d experiments: %d passed, %d failed, %d broken, %d stopped.",
        report.experiments().size(),
        report.count(Verdict.PASSED),
        report.count(Verdict.FAILED),
        report.count(Verdict.BROKEN),
        report.count(Verdict.STOPPED));
    line(
        "%d trainings of %d environment steps; the experiments needed %d, %d of them were shared.",
        report.trained(),
        report.steps(),
        report.trainings(),
        report.trainings() - report.trained());
    if (report.compared()) {
      line(
          "Compared with a baseline, each experiment on its own, at confidence %s: by chance alone %.2g of %d would be found worse at most.",
          report.plan().confidence(),
          (1 - report.plan().confidence()) * report.experiments().size(),
          report.experiments().size());
    }
    line("");
  }

  private void problems(List<Judged> experiments) {
    List<Judged> bad = experiments.stream().filter(e -> !e.messages().isEmpty()).toList();
    if (bad.isEmpty()) {
      return;
    }
    line("## What did not pass");
    line("");
    for (Judged judged : bad) {
      judged
          .messages()
          .forEach(
              m ->
                  line(
                      "- %s, %s: %s",
                      judged.experiment().name(), judged.verdict().word(), m.replace("\n", " ")));
    }
    line("");
  }

  private void task(TaskEntry task, List<Judged> experiments) {
    line("## %s", task.label());
    line("");
    line(
        "| designer | strategy | seed | verdict | winner | in the search | fresh seeds: IQM | 95 %% interval | seeds | beside baselines | trainings | steps | cost |");
    line("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    experiments.stream().filter(e -> e.experiment().task().equals(task)).forEach(this::row);
    line("");
  }

  private void row(Judged judged) {
    Experiment experiment = judged.experiment();
    line(
        "| %s | %s | %d | %s | %s |",
        experiment.designer().label(),
        experiment.strategy().word(),
        experiment.seed(),
        judged.verdict().word(),
        judged.result().map(BatchSummary::cells).orElse("– | – | – | – | – | – | – | – | –"));
  }

  private static String cells(ExperimentResult result) {
    return String.join(
        " | ",
        result.winner().map(ExperimentResult.Winner::id).orElse("none"),
        result.winner().map(w -> number(w.search())).orElse("–"),
        result.fresh().map(f -> number(f.iqm())).orElse("not measured"),
        result.fresh().map(f -> number(f.iqmLow()) + " – " + number(f.iqmHigh())).orElse("–"),
        result.fresh().map(BatchSummary::seeds).orElse("0"),
        standings(result.standings()),
        Integer.toString(result.trainings().size()),
        Long.toString(result.steps()),
        cost(result));
  }

  private static String seeds(Fresh fresh) {
    return fresh.seeds() + (fresh.failed() > 0 ? ", " + fresh.failed() + " failed" : "");
  }

  private static String standings(Map<String, Standing> standings) {
    return standings.isEmpty()
        ? "–"
        : standings.entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue().word())
            .collect(Collectors.joining(", "));
  }

  private static String cost(ExperimentResult result) {
    if (result.expense().calls() == 0) {
      return "–";
    }
    return say(
        "%d calls, %s",
        result.expense().calls(),
        Double.isNaN(result.expense().dollars())
            ? "price unknown"
            : say("%.4f USD", result.expense().dollars()));
  }

  private void notes(List<Judged> experiments) {
    if (experiments.stream().allMatch(e -> e.notes().isEmpty())) {
      return;
    }
    line("## Notes");
    line("");
    for (Judged judged : experiments) {
      judged
          .notes()
          .forEach(n -> line("- %s: %s", judged.experiment().name(), n.replace("\n", " ")));
    }
    line("");
  }

  private static String number(double value) {
    return Double.isFinite(value) ? say("%.4g", value) : "–";
  }

  private void line(String format, Object... values) {
    text.append(say(format, values)).append('\n');
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
