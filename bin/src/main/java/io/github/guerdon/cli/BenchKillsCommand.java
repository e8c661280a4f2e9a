package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.KillTrial;
import io.github.guerdon.sandbox.cell.CellKillTrial;
import io.github.guerdon.sandbox.cell.CellSettings;
import io.github.guerdon.sandbox.cell.KillPlan;
import io.github.guerdon.sandbox.cell.KillReport;
import io.github.guerdon.sandbox.executor.CellSpecs;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Kills reward cells and trainers at random moments, and looks at what is left. */
@Command(
    name = "kills",
    description = {
      "Kill reward cells and trainers at random moments of their lives: every outcome must have a type, and no process and no descriptor may be left.",
      "Then kill the processes of a whole search, resume it each time, and compare its winner with an undisturbed search's.",
      "Exit code 1 if that is not so. On two cores, about four cells or one trainer are killed a second."
    })
final class BenchKillsCommand implements Callable<Integer> {

  private static final long SHORT_TRAINING = 20_000;

  private final Terminal terminal;

  @Option(
      names = "--cells",
      defaultValue = "10000",
      paramLabel = "N",
      description = "Kills of cells alone; default: ${DEFAULT-VALUE}.")
  private int cells;

  @Option(
      names = "--trainers",
      defaultValue = "500",
      paramLabel = "N",
      description = "Kills of trainers and their cells; default: ${DEFAULT-VALUE}.")
  private int trainers;

  @Option(
      names = "--search",
      defaultValue = "200",
      paramLabel = "N",
      description =
          "Kills of a search's coordinator, reviewer, trainers and cells, after which it is resumed; default: ${DEFAULT-VALUE}.")
  private int search;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Cells and trainers to run and kill side by side; default: as many as there are cores.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--seed", defaultValue = "0", paramLabel = "N", description = "Seed.")
  private long seed;

  @Option(
      names = "--out",
      defaultValue = "runs/kills",
      paramLabel = "DIR",
      description = "Where the trainings write; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("runs", "kills");

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  BenchKillsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TaskException, InterruptedException, IOException {
    if (cells < 0 || trainers < 0 || search < 0) {
      throw new ParameterException(
          spec.commandLine(), "--cells, --trainers and --search are not negative.");
    }
    if (jobs < 1) {
      throw new ParameterException(spec.commandLine(), "--jobs is " + jobs + "; it is at least 1.");
    }
    Task task = Tasks.load(Tasks.DEFAULT);
    RewardProgram program = Rewards.compile("official", task).program();
    TrainingSettings training = TrainingSettings.of(task).withSteps(SHORT_TRAINING);
    boolean clean = true;
    if (cells > 0) {
      terminal.say("killing cells: " + cells);
      clean &=
          print(
              "cells",
              CellKillTrial.run(
                  program,
                  CellSpecs.of(task, training.discount(), training.worlds()),
                  CellSettings.defaults(),
                  plan("cells", cells, jobs)));
    }
    if (trainers > 0) {
      Folders.writable(out);
      terminal.say("killing trainers and their cells: " + trainers);
      clean &=
          print(
              "trainers",
              KillTrial.run(task, program, training, out, plan("trainers", trainers, jobs)));
    }
    if (search > 0) {
      terminal.say("killing the processes of a search: " + search);
      Folders.writable(out);
      Path runs = out.resolve("search-" + ProcessHandle.current().pid());
      SearchKillTrial.Result result = SearchKillTrial.run(runs, plan("search", search, 1));
      clean &= print("search", result.report());
      clean &= print(result);
    }
    return (clean ? ExitCode.DONE : ExitCode.REFUSED).code();
  }

  private KillPlan plan(String what, int kills, int side) {
    return new KillPlan(kills, side, seed, new KillProgress(terminal, what, kills));
  }

  private boolean print(SearchKillTrial.Result result) {
    if (json) {
      terminal.print(
          Json.line(
              Json.object()
                  .put("bench", "kills")
                  .put("what", "winner")
                  .put("sessions", result.sessions())
                  .put("same", result.sameWinner())
                  .put("undisturbed", result.quiet())
                  .put("disturbed", result.disturbed())));
    } else {
      terminal.print(
          "search: begun or resumed %d times; its winner is %s"
              .formatted(
                  result.sessions(),
                  result.sameWinner()
                      ? "the undisturbed search's, to the last digit"
                      : "ANOTHER: " + result.disturbed() + " and not " + result.quiet()));
    }
    return result.sameWinner();
  }

  private boolean print(String what, KillReport report) {
    if (json) {
      ObjectNode node =
          Json.object()
              .put("bench", "kills")
              .put("what", what)
              .put("kills", report.kills())
              .put("processes_left", report.processesLeft())
              .put("descriptors_left", report.descriptorsLeft())
              .put("clean", report.isClean());
      ObjectNode states = node.putObject("states");
      new TreeMap<>(report.states()).forEach(states::put);
      ObjectNode outcomes = node.putObject("outcomes");
      new TreeMap<>(report.outcomes()).forEach(outcomes::put);
      terminal.print(Json.line(node));
    } else {
      terminal.print(what + ": " + report + (report.isClean() ? "; clean" : "; NOT CLEAN"));
    }
    return report.isClean();
  }
}
