package io.github.guerdon.cli;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.Training;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.CellFailure;
import io.github.guerdon.sandbox.executor.LearningBench;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what the learner reaches, and how soon. */
@Command(
    name = "learning",
    description = {
      "Measure the learner: the return of policies trained for a budget of steps, over seeds, with the wall time.",
      "A policy acts without noise in fresh episodes. A budget is a training of its own, as its learning rate falls over all of it."
    })
final class BenchLearningCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "TASK",
      description = "Built-in tasks' names or the paths of tasks' YAML files.",
      completionCandidates = Tasks.Names.class)
  private List<String> tasks = List.of();

  @Option(
      names = "--steps",
      split = ",",
      defaultValue = "100000,300000",
      paramLabel = "N",
      description = "Budgets in environment steps; default: ${DEFAULT-VALUE}.")
  private List<Long> budgets = List.of();

  @Option(
      names = "--seeds",
      defaultValue = "5",
      paramLabel = "N",
      description = "Trainings of a budget; default: ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--first-seed",
      defaultValue = "0",
      paramLabel = "N",
      description = "Seed of the first one; default: ${DEFAULT-VALUE}.")
  private long firstSeed;

  @Option(
      names = "--reward",
      defaultValue = "official",
      paramLabel = "REWARD",
      description = "official, sparse or a file; default: ${DEFAULT-VALUE}.")
  private String reward = "official";

  @Option(
      names = "--episodes",
      defaultValue = "20",
      paramLabel = "N",
      description = "Episodes of an evaluation; default: ${DEFAULT-VALUE}.")
  private int episodes;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of a training; default: one a core, as nothing else runs. Changes no return.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--learner",
      paramLabel = "NAME=VALUE",
      description = "A setting of the learner as a task's 'training: learner:' gives it.")
  private Map<String, Double> learner = Map.of();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  BenchLearningCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TaskException, CellFailure {
    if (seeds < 1 || episodes < 1 || threads < 1 || budgets.stream().anyMatch(b -> b < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--seeds, --episodes, --threads and --steps must be positive.");
    }
    for (String name : tasks) {
      Task task = Tasks.load(name);
      RewardProgram program = Rewards.compile(reward, task).program();
      for (long budget : budgets) {
        measure(task, program, settings(task, budget));
      }
    }
    return ExitCode.DONE.code();
  }

  private TrainingSettings settings(Task task, long steps) {
    Map<String, Double> all = new LinkedHashMap<>(task.description().training().learner());
    all.putAll(learner);
    try {
      return TrainingSettings.of(new Training(steps, all));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e) + ".");
    }
  }

  private void measure(Task task, RewardProgram program, TrainingSettings settings)
      throws CellFailure {
    List<LearningBench> all = new ArrayList<>();
    for (int i = 0; i < seeds; i++) {
      LearningBench one =
          LearningBench.measure(task, program, settings, firstSeed + i, threads, episodes);
      all.add(one);
      String name = task.description().name();
      terminal.print(
          json
              ? Json.line(
                  Json.object()
                      .put("bench", "learning")
                      .put("task", name)
                      .put("seed", one.seed())
                      .put("steps", one.steps())
                      .put("seconds", one.seconds())
                      .put("return", one.meanReturn()))
              : String.format(
                  Locale.ROOT,
                  "%s, seed %d: return %.1f after %d steps, %.1f s",
                  name,
                  one.seed(),
                  one.meanReturn(),
                  one.steps(),
                  one.seconds()));
    }
    if (!json) {
      double[] returns = all.stream().mapToDouble(LearningBench::meanReturn).sorted().toArray();
      terminal.print(
          String.format(
              Locale.ROOT,
              "%s, %d steps, %d seeds: interquartile mean %.1f, from %.1f to %.1f; %.1f s a training",
              task.description().name(),
              settings.steps(),
              returns.length,
              interquartileMean(returns),
              returns[0],
              returns[returns.length - 1],
              all.stream().mapToDouble(LearningBench::seconds).average().orElseThrow()));
    }
  }

  /**
   * Returns the mean of the middle half, values at its edges by the share that lies in it.
   *
   * @see <a href="https://arxiv.org/abs/2108.13264">Agarwal et al. 2021</a>
   */
  static double interquartileMean(double[] sorted) {
    double cut = sorted.length / 4.0;
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      double inside = Math.min(i + 1, sorted.length - cut) - Math.max(i, cut);
      sum += sorted[i] * Math.max(0, inside);
    }
    return sum / (sorted.length - 2 * cut);
  }
}
