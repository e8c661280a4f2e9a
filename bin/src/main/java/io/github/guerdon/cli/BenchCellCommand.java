package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.CellBench;
import io.github.guerdon.sandbox.cell.CellFailure;
import io.github.guerdon.sandbox.cell.CellSettings;
import io.github.guerdon.sandbox.cell.CellSpec;
import io.github.guerdon.sandbox.executor.CellSpecs;
import io.github.guerdon.sandbox.executor.CellWait;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what the sealed reward process costs. */
@Command(
    name = "cell",
    description = {
      "Measure a sealed reward cell at the highest sandbox level here, with the task's official reward.",
      "The round trip of a frame, the share of a training's time that it waits for its cell, and what fuel and instrumentation cost the reward's own time."
    })
final class BenchCellCommand implements Callable<Integer> {

  private static final double PERCENT = 100;

  private final Terminal terminal;

  @Parameters(
      defaultValue = "hopper-run",
      paramLabel = "TASK",
      description =
          "A built-in task's name or the path of a task's YAML file; default: ${DEFAULT-VALUE}.",
      completionCandidates = Tasks.Names.class)
  private String taskName = "hopper-run";

  @Option(
      names = "--worlds",
      defaultValue = "64",
      paramLabel = "N",
      description = "Worlds of a frame; default: ${DEFAULT-VALUE}.")
  private int worlds;

  @Option(
      names = "--training-steps",
      defaultValue = "60000",
      paramLabel = "N",
      description = "Steps of the training that is measured; default: ${DEFAULT-VALUE}.")
  private long steps;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  BenchCellCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TaskException, CellFailure, IOException {
    if (worlds < 1 || steps < 1) {
      throw new ParameterException(
          spec.commandLine(), "--worlds and --training-steps must be positive.");
    }
    Task task = Tasks.load(taskName);
    RewardSource source =
        task.baseline("official")
            .map(RewardSource::of)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        ExitCode.USAGE, taskName + ": has no official baseline to measure with."));
    RewardProgram guarded = Rewards.compile("official", task).program();
    RewardProgram plain = Critic.unguarded(source, task.vocabulary()).program();
    TrainingSettings training = TrainingSettings.of(task);
    CellSpec cell = CellSpecs.of(task, training.discount(), worlds);
    CellSettings settings = CellSettings.defaults();
    CellBench.RoundTrip trip = CellBench.roundTrip(settings, guarded, cell, worlds);
    CellBench.Overhead overhead = CellBench.overhead(settings, guarded, plain, cell);
    CellWait wait = CellWait.measure(task, guarded, training.withSteps(steps), 0);
    print(task, trip, overhead, wait);
    return ExitCode.DONE.code();
  }

  private void print(
      Task task, CellBench.RoundTrip trip, CellBench.Overhead overhead, CellWait wait) {
    if (json) {
      ObjectNode node =
          Json.object()
              .put("bench", "cell")
              .put("task", task.description().name())
              .put("level", trip.level())
              .put("worlds", trip.worlds())
              .put("round_trip_us", trip.busy())
              .put("round_trip_us_p90", trip.busyTail())
              .put("round_trip_idle_us", trip.idle())
              .put("waiting_share", wait.share())
              .put("reward_ns", overhead.own())
              .put("guards_share", overhead.share())
              .put("guards_share_low", overhead.low())
              .put("guards_share_high", overhead.high());
      terminal.print(Json.line(node));
      return;
    }
    terminal.print(
        say(
            "%s, %d worlds, sandbox level %d",
            task.description().name(), trip.worlds(), trip.level()));
    terminal.print(
        say(
            "  round trip %.1f µs (nine in ten below %.1f); %.1f µs after 0.3 ms of other work (%.1f)",
            trip.busy(), trip.busyTail(), trip.idle(), trip.idleTail()));
    terminal.print(
        say(
            "  a training of %d steps waits for its cell %.2f of %.2f s: %.1f %%",
            steps, wait.waited(), wait.seconds(), PERCENT * wait.share()));
    terminal.print(
        say(
            "  a call of the reward takes %.1f ns; fuel and instrumentation add %.1f %% [%.1f, %.1f]",
            overhead.own(),
            PERCENT * overhead.share(),
            PERCENT * overhead.low(),
            PERCENT * overhead.high()));
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
