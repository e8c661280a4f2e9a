package io.github.guerdon.cli;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.step.PhysicsBench;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.ppo.Policy;
import io.github.guerdon.sandbox.record.PolicyFile;
import io.github.guerdon.sandbox.record.TrainingRecords;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.SandboxSettings;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures whole trainings against what the physics alone could do on the same cores. */
@Command(
    name = "training",
    description = {
      "Measure whole trainings side by side (rollouts, rewards in their cells, updates) against bare physics on as many threads.",
      "Bare: MuJoCo's steps of 64 worlds and nothing else in the same run, under random actions before and after the trainings, and under the first one's policy after them: what a step costs depends on what touches what."
    })
final class BenchTrainingCommand implements Callable<Integer> {

  private static final int BARE_WORLDS = 64;
  private static final double BARE_SECONDS = 5;
  private static final double NANOS = 1e9;

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "TASK",
      description = "Built-in tasks' names or the paths of tasks' YAML files.",
      completionCandidates = Tasks.Names.class)
  private List<String> tasks = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Trainings, each with a seed of its own; default: one a trainer.")
  private @Nullable Integer jobs;

  @Option(
      names = "--trainers",
      paramLabel = "N",
      description = "Trainers, one thread each; default: one a core.")
  private @Nullable Integer trainers;

  @Option(
      names = "--steps",
      defaultValue = "100000",
      paramLabel = "N",
      description = "Environment steps of a training; default: ${DEFAULT-VALUE}.")
  private long steps;

  @Option(names = "--json", description = "One JSON object a task.")
  private boolean json;

  @Spec private CommandSpec spec;

  BenchTrainingCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TaskException {
    int width = trainers == null ? SandboxSettings.defaults().trainers() : trainers;
    int count = jobs == null ? width : jobs;
    if (width < 1 || count < 1 || steps < 1) {
      throw new ParameterException(
          spec.commandLine(), "--jobs, --trainers and --steps must be positive.");
    }
    for (String name : tasks) {
      Task task = Tasks.load(name);
      Path folder = temporary();
      try {
        double before = bare(task, width);
        Speed trained = trained(task, width, count, folder);
        double visited = visited(task, width, folder.resolve("0"));
        print(task, width, count, trained, (before + bare(task, width)) / 2, visited);
      } finally {
        delete(folder);
      }
    }
    return ExitCode.DONE.code();
  }

  private static double bare(Task task, int threads) {
    return PhysicsBench.run(task, BARE_WORLDS, threads, BARE_SECONDS, System::nanoTime)
        .rawStepsPerSecond();
  }

  /** Returns the same in the states that a trained policy visits. */
  private static double visited(Task task, int threads, Path training) {
    try (Policy.Actor actor =
        PolicyFile.read(new TrainingRecords(training).policy()).open(BARE_WORLDS)) {
      return PhysicsBench.run(
              task,
              BARE_WORLDS,
              threads,
              BARE_SECONDS,
              System::nanoTime,
              (seen, actions) -> actor.act(seen, BARE_WORLDS, actions))
          .rawStepsPerSecond();
    } catch (IOException e) {
      throw new UncheckedIOException("the policy of " + training + " cannot be read", e);
    }
  }

  /**
   * How fast trainings were.
   *
   * @param stepsPerSecond of all trainers together while each has a training
   * @param seconds from the order to the last one's end, the trainers' start and the trainings'
   *     last measurements included
   */
  private record Speed(double stepsPerSecond, double seconds) {}

  private Speed trained(Task task, int width, int count, Path folder) {
    RewardProgram program = Rewards.compile("official", task).program();
    TrainingSettings settings = TrainingSettings.of(task).withSteps(steps);
    long begun = System.nanoTime();
    try (Sandbox sandbox = Sandbox.open(SandboxSettings.defaults().withTrainers(width))) {
      List<Job> all =
          IntStream.range(0, count)
              .mapToObj(
                  i ->
                      new Job(
                          "bench-" + i,
                          task,
                          program,
                          i,
                          settings,
                          folder.resolve(Integer.toString(i)),
                          settings.deadline()))
              .toList();
      double each =
          sandbox.train(all, TrainingListener.silent()).stream()
              .mapToDouble(BenchTrainingCommand::stepsPerSecond)
              .average()
              .orElseThrow();
      return new Speed(width * each, (System.nanoTime() - begun) / NANOS);
    }
  }

  private static double stepsPerSecond(Outcome outcome) {
    if (outcome instanceof Outcome.Completed completed) {
      return completed.result().stepsPerSecond();
    }
    throw new CommandFailure(
        ExitCode.INFRASTRUCTURE, "a training of the official reward failed: " + outcome + ".");
  }

  private void print(Task task, int width, int count, Speed speed, double bare, double visited) {
    double trained = speed.stepsPerSecond();
    String name = task.description().name();
    terminal.print(
        json
            ? Json.line(
                Json.object()
                    .put("bench", "training")
                    .put("task", name)
                    .put("jobs", count)
                    .put("trainers", width)
                    .put("steps_per_s", Math.round(trained))
                    .put("physics_steps_per_s", Math.round(bare))
                    .put("ratio", trained / bare)
                    .put("visited_steps_per_s", Math.round(visited))
                    .put("visited_ratio", trained / visited)
                    .put("seconds", speed.seconds()))
            : String.format(
                Locale.ROOT,
                "%s, %d training(s), %d trainer(s): %,.0f steps/s of %,.0f of bare physics: ratio %.3f; of %,.0f under the trained policy: %.3f; all done in %.1f s",
                name,
                count,
                width,
                trained,
                bare,
                trained / bare,
                visited,
                trained / visited,
                speed.seconds()));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("guerdon-bench");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
  }

  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be deleted", e);
    }
  }
}
