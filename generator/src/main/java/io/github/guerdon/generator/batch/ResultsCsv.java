package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.report.Fresh;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A batch's results as a table for spreadsheets: RFC 4180, one row an experiment. */
final class ResultsCsv {

  private static final String HEAD =
      "experiment,task,designer,strategy,seed,verdict,ended,winner,fitness_in_search,"
          + "fresh_mean,fresh_iqm,fresh_iqm_low,fresh_iqm_high,fresh_seeds,fresh_failed,"
          + "requirements_met,random,execution_rate,trainings,steps,seconds,calls,input_tokens,"
          + "output_tokens,usd,message";
  private static final int CELLS_OF_A_RESULT = HEAD.split(",").length - 7;

  private ResultsCsv() {}

  static String write(BatchReport report) {
    StringBuilder text = new StringBuilder(HEAD).append("\r\n");
    report.experiments().forEach(j -> text.append(row(j)).append("\r\n"));
    return text.toString();
  }

  private static String row(Judged judged) {
    Experiment experiment = judged.experiment();
    List<String> cells =
        new ArrayList<>(
            List.of(
                experiment.name(),
                experiment.task().label(),
                experiment.designer().label(),
                experiment.strategy().word(),
                Long.toString(experiment.seed()),
                judged.verdict().word()));
    cells.addAll(
        judged
            .result()
            .map(ResultsCsv::cells)
            .orElseGet(() -> Collections.nCopies(CELLS_OF_A_RESULT, "")));
    cells.add(String.join("; ", judged.messages()));
    return cells.stream().map(ResultsCsv::quoted).collect(Collectors.joining(","));
  }

  private static List<String> cells(ExperimentResult result) {
    List<String> cells = new ArrayList<>();
    cells.add(result.reason().name());
    cells.add(result.winner().map(ExperimentResult.Winner::id).orElse(""));
    cells.add(number(result.winner().map(ExperimentResult.Winner::search).orElse(Double.NaN)));
    if (result.fresh().isPresent()) {
      Fresh fresh = result.fresh().get();
      cells.add(number(fresh.mean()));
      cells.add(number(fresh.iqm()));
      cells.add(number(fresh.iqmLow()));
      cells.add(number(fresh.iqmHigh()));
      cells.add(Integer.toString(fresh.seeds()));
      cells.add(Integer.toString(fresh.failed()));
      cells.add(Integer.toString(fresh.requirementsMet()));
    } else {
      cells.addAll(List.of("", "", "", "", "", "", ""));
    }
    cells.add(number(result.random()));
    cells.add(number(result.executionRate()));
    cells.add(Integer.toString(result.trainings().size()));
    cells.add(Long.toString(result.steps()));
    cells.add(number(result.seconds()));
    cells.add(Long.toString(result.expense().calls()));
    cells.add(Long.toString(result.expense().inputTokens()));
    cells.add(Long.toString(result.expense().outputTokens()));
    cells.add(number(result.expense().dollars()));
    return cells;
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private static String quoted(String cell) {
    return cell.matches("[^,\"\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
