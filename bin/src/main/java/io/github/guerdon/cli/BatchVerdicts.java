package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.batch.BatchReport;
import io.github.guerdon.generator.batch.ExperimentOutcome.Broken;
import io.github.guerdon.generator.batch.ExperimentOutcome.Stopped;
import io.github.guerdon.generator.batch.ExperimentOutcome.Why;
import io.github.guerdon.generator.batch.ExperimentResult;
import io.github.guerdon.generator.batch.Judged;
import io.github.guerdon.generator.batch.Judged.Verdict;
import io.github.guerdon.generator.report.ExitReason;
import io.github.guerdon.generator.report.Fresh;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;

/** Prints what came of a batch, and turns it into an exit code. */
final class BatchVerdicts {

  private static final Set<ExitReason> CAPPED =
      Set.of(ExitReason.TRAININGS_CAP, ExitReason.STEPS_CAP, ExitReason.DESIGN_CAP);

  private final Terminal terminal;
  private final Path folder;
  private final BatchReport report;

  BatchVerdicts(Terminal terminal, Path folder, BatchReport report) {
    this.terminal = terminal;
    this.folder = folder;
    this.report = report;
  }

  ExitCode print(boolean json) {
    ExitCode exit = exit(report);
    terminal.clearRow();
    if (json) {
      report.experiments().forEach(e -> terminal.print(Json.line(line(e))));
      terminal.print(
          Json.line(
              Json.event("finished")
                  .put("exit", exit.code())
                  .put("passed", report.count(Verdict.PASSED))
                  .put("failed", report.count(Verdict.FAILED))
                  .put("broken", report.count(Verdict.BROKEN))
                  .put("stopped", report.count(Verdict.STOPPED))
                  .put("trainings", report.trainings())
                  .put("trained", report.trained())
                  .put("steps", report.steps())
                  .put("folder", folder.toString())));
      return exit;
    }
    for (Judged judged : report.experiments()) {
      terminal.print(
          Text.left(judged.verdict().word(), 8)
              + judged.experiment().name()
              + judged.result().map(r -> "  " + fitness(r)).orElse(""));
      judged.messages().forEach(m -> terminal.print("        " + m.replace("\n", "\n        ")));
    }
    terminal.print(
        report.count(Verdict.PASSED)
            + " of "
            + report.experiments().size()
            + " passed; "
            + report.trained()
            + " trainings ("
            + (report.trainings() - report.trained())
            + " more were shared), "
            + Text.count(report.steps())
            + " steps; junit.xml, summary.md, results.csv and results.json in "
            + folder);
    return exit;
  }

  private static String fitness(ExperimentResult result) {
    return result
        .fresh()
        .map(f -> Text.interval(f.iqm(), f.iqmLow(), f.iqmHigh()))
        .orElseGet(result::unmeasured);
  }

  private static ObjectNode line(Judged judged) {
    ObjectNode node =
        Json.event("experiment")
            .put("name", judged.experiment().name())
            .put("task", judged.experiment().task().label())
            .put("designer", judged.experiment().designer().label())
            .put("strategy", judged.experiment().strategy().word())
            .put("seed", judged.experiment().seed())
            .put("verdict", judged.verdict().word());
    ArrayNode messages = node.putArray("messages");
    judged.messages().forEach(messages::add);
    ArrayNode notes = node.putArray("notes");
    judged.notes().forEach(notes::add);
    judged
        .result()
        .ifPresent(
            r -> {
              r.winner().ifPresent(w -> node.put("winner", w.id()));
              r.fresh().ifPresent(f -> fresh(node.putObject("fresh"), f));
              node.put("trainings", r.trainings().size())
                  .put("steps", r.steps())
                  .put("seconds", r.seconds());
            });
    return node;
  }

  private static void fresh(ObjectNode node, Fresh fresh) {
    if (!fresh.values().isEmpty()) {
      node.put("iqm", fresh.iqm()).put("iqm_low", fresh.iqmLow()).put("iqm_high", fresh.iqmHigh());
    }
    node.put("seeds", fresh.seeds()).put("failed", fresh.failed());
  }

  /** Returns the code for the worst that happened to any experiment. */
  static ExitCode exit(BatchReport report) {
    if (any(report, e -> e.outcome() instanceof Stopped s && s.why() == Why.INTERRUPTED)) {
      return ExitCode.INTERRUPTED;
    }
    if (any(report, e -> e.outcome() instanceof Broken b && !b.user())) {
      return ExitCode.INFRASTRUCTURE;
    }
    if (any(report, e -> e.outcome() instanceof Broken)) {
      return ExitCode.USAGE;
    }
    if (report.count(Verdict.FAILED) > 0) {
      return ExitCode.REFUSED;
    }
    return any(report, BatchVerdicts::capped) ? ExitCode.CAPPED : ExitCode.DONE;
  }

  private static boolean capped(Judged judged) {
    return judged.outcome() instanceof Stopped
        || judged.result().filter(r -> CAPPED.contains(r.reason())).isPresent();
  }

  private static boolean any(BatchReport report, Predicate<Judged> test) {
    return report.experiments().stream().anyMatch(test);
  }
}
