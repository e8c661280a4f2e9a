package io.github.guerdon.cli;

import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.step.PhysicsBench;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures speed as a ratio to a limit, in one run on one machine. */
@Command(
    name = "bench",
    description = "Measure speed as a ratio to a limit.",
    subcommands = {
      BenchCommand.Physics.class,
      BenchKernelCommand.class,
      BenchLearningCommand.class,
      BenchTrainingCommand.class,
      BenchCellCommand.class,
      BenchKillsCommand.class,
      BenchFaultsCommand.class
    })
final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Missing command: physics, kernel, learning, training, cell, kills or faults; try 'guerdon bench physics hopper-run'.");
  }

  /** Measures the environment against bare physics. */
  @Command(
      name = "physics",
      description = {
        "Measure the vectorised environment (observations, healthy tests, gather and resets included) against bare physics.",
        "Bare: the same worlds, substeps and resets, nothing read. Both are timed in turns."
      })
  static final class Physics implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
        defaultValue = Tasks.DEFAULT,
        paramLabel = "TASK",
        description = Tasks.PARAMETER,
        completionCandidates = Tasks.Names.class)
    private String task = Tasks.DEFAULT;

    @Option(
        names = "--worlds",
        defaultValue = "64",
        paramLabel = "N",
        description = "Worlds in step; default: ${DEFAULT-VALUE}.")
    private int worlds;

    @Option(
        names = "--threads",
        defaultValue = "1",
        paramLabel = "N",
        description = "Threads; default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
        names = "--seconds",
        defaultValue = "10",
        paramLabel = "S",
        description = "How long to measure; default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Spec private CommandSpec spec;

    Physics(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws TaskException {
      if (worlds < 1 || threads < 1 || !(seconds > 0)) {
        throw new ParameterException(
            spec.commandLine(), "--worlds, --threads and --seconds must be positive.");
      }
      PhysicsBench.Figures figures =
          PhysicsBench.run(Tasks.load(task), worlds, threads, seconds, System::nanoTime);
      if (json) {
        terminal.print(
            Json.line(
                Json.object()
                    .put("bench", "physics")
                    .put("task", figures.task())
                    .put("threads", figures.threads())
                    .put("steps_per_s", Math.round(figures.stepsPerSecond()))
                    .put("raw_steps_per_s", Math.round(figures.rawStepsPerSecond()))
                    .put("ratio", figures.ratio())));
      } else {
        terminal.print(
            String.format(
                Locale.ROOT,
                "%s, %d worlds, %d thread(s): %,.0f steps/s of %,.0f bare: ratio %.3f",
                figures.task(),
                figures.worlds(),
                figures.threads(),
                figures.stepsPerSecond(),
                figures.rawStepsPerSecond(),
                figures.ratio()));
      }
      return ExitCode.DONE.code();
    }
  }
}
