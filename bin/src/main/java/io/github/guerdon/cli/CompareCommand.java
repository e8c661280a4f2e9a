package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.report.AssessmentJson;
import io.github.guerdon.generator.report.Comparison;
import io.github.guerdon.generator.report.ExitReason;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.report.RunOverview;
import io.github.guerdon.generator.run.RunException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts runs side by side. */
@Command(
    name = "compare",
    description = {
      "Put runs side by side: what their winners reach in the search and on fresh seeds, and what"
          + " they cost.",
      "Of runs of the same task, each pair of winners is compared on the fresh seeds. The runs are"
          + " only read."
    })
final class CompareCommand implements Callable<Integer> {

  private static final List<String> HEAD =
      List.of(
          "run",
          "task",
          "designer",
          "strategy",
          "seed",
          "ended",
          "winner",
          "in search",
          "fresh IQM",
          "95 % interval",
          "seeds",
          "trainings",
          "steps",
          "trained for",
          "tokens",
          "USD");

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "The runs' folders.")
  private List<Path> runs = List.of();

  @Option(names = "--json", description = "JSON lines, one a run and one a pair.")
  private boolean json;

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<RunOverview> all = new ArrayList<>();
    try {
      for (Path run : runs) {
        all.add(RunOverview.read(run));
      }
    } catch (RunException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e));
    }
    if (json) {
      all.forEach(run -> terminal.print(Json.line(line(run))));
    } else {
      table(all.stream().map(CompareCommand::row).toList());
      terminal.print("");
    }
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        pair(all.get(i), all.get(j));
      }
    }
    return ExitCode.DONE.code();
  }

  private void table(List<List<String>> rows) {
    List<List<String>> lines = new ArrayList<>(List.of(HEAD));
    lines.addAll(rows);
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(c -> lines.stream().mapToInt(l -> l.get(c).length()).max().orElse(0))
            .toArray();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        text.append(Text.left(line.get(c), widths[c])).append("  ");
      }
      terminal.print(text.toString().stripTrailing());
    }
  }

  private static List<String> row(RunOverview run) {
    Optional<Fresh> fresh = run.fresh();
    return List.of(
        run.run().toString(),
        run.record().task(),
        run.record().designer(),
        run.record().settings().strategy().word(),
        Long.toString(run.record().settings().seed()),
        run.ended().map(CompareCommand::word).orElse("not yet"),
        run.winner().map(w -> w.id()).orElse("none"),
        run.winner().map(w -> Text.number(w.search().value())).orElse("–"),
        fresh.map(f -> Text.number(f.iqm())).orElse("–"),
        fresh.map(f -> Text.number(f.iqmLow()) + " – " + Text.number(f.iqmHigh())).orElse("–"),
        fresh.map(f -> Integer.toString(f.seeds())).orElse("–"),
        Integer.toString(run.trainings()),
        Text.count(run.steps()),
        Text.duration(run.seconds()),
        run.expense().calls() == 0
            ? "–"
            : Text.count(run.expense().inputTokens() + run.expense().outputTokens()),
        run.expense().calls() == 0
            ? "–"
            : Double.isNaN(run.expense().dollars())
                ? "unknown"
                : String.format(Locale.ROOT, "%.4f", run.expense().dollars()));
  }

  private static String word(ExitReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void pair(RunOverview one, RunOverview other) {
    Optional<Comparison> comparison = one.against(other);
    if (json) {
      ObjectNode node =
          Json.event("pair").put("run", one.run().toString()).put("with", other.run().toString());
      comparison.ifPresentOrElse(
          c -> AssessmentJson.comparison(node, c), () -> node.put("not_compared", why(one, other)));
      terminal.print(Json.line(node));
    } else {
      terminal.print(
          comparison
              .map(c -> one.run() + ": " + c.sentence(other.run() + "'s"))
              .orElseGet(
                  () -> one.run() + " and " + other.run() + ": not compared, " + why(one, other)));
    }
  }

  private static String why(RunOverview one, RunOverview other) {
    return one.record().identity().equals(other.record().identity())
        ? "a winner was not measured on fresh seeds"
        : "they are runs of different tasks, or of different versions of one";
  }

  private static ObjectNode line(RunOverview run) {
    ObjectNode node =
        Json.event("run")
            .put("run", run.run().toString())
            .put("task", run.record().task())
            .put("designer", run.record().designer())
            .put("strategy", run.record().settings().strategy().word())
            .put("seed", run.record().settings().seed())
            .put("ended", run.ended().map(ExitReason::name).orElse(null));
    run.winner().ifPresent(w -> node.put("winner", w.id()).put("fitness", w.search().value()));
    run.fresh()
        .ifPresent(
            f ->
                node.putObject("fresh")
                    .put("mean", f.mean())
                    .put("iqm", f.iqm())
                    .put("iqm_low", f.iqmLow())
                    .put("iqm_high", f.iqmHigh())
                    .put("seeds", f.seeds())
                    .put("failed", f.failed()));
    node.put("trainings", run.trainings())
        .put("steps", run.steps())
        .put("seconds", run.seconds())
        .put("calls", run.expense().calls())
        .put("input_tokens", run.expense().inputTokens())
        .put("output_tokens", run.expense().outputTokens());
    return Double.isFinite(run.expense().dollars())
        ? node.put("usd", run.expense().dollars())
        : node.putNull("usd");
  }
}
