package io.github.guerdon.cli;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.generator.design.GivenDesigner;
import io.github.guerdon.generator.report.RunOverview;
import io.github.guerdon.generator.report.SearchResult.Measured;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.Plan;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.RunRecord;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Moves a reward's constants. */
@Command(
    name = "tune",
    description = {
      "Move the @Tune constants of a reward within their ranges, by CMA-ES over short trainings,"
          + " without asking a designer.",
      "Then train it as it was and as it became, and measure the better one on fresh seeds beside"
          + " the task's baselines.",
      "It is a run like one of search: Ctrl-C keeps it, 'guerdon search --resume DIR' goes on with"
          + " it."
    })
final class TuneCommand implements Callable<Integer> {

  private static final int USUAL_TRAININGS = 40;

  private final Terminal terminal;
  private final Designers designers;

  @Parameters(
      paramLabel = "RUN|FILE",
      description = "A run, whose winner is tuned, or a reward's Java file.")
  private Path what = Path.of("");

  @Option(
      names = "--task",
      paramLabel = "TASK",
      description = "The task of a file; a run has its own.",
      completionCandidates = Tasks.Names.class)
  private @Nullable String taskName;

  @Option(
      names = "--candidate",
      paramLabel = "ID",
      description = "Another candidate of the run than its winner.")
  private @Nullable String candidate;

  @Option(
      names = "--tune",
      paramLabel = "N",
      defaultValue = "" + USUAL_TRAININGS,
      description = "The most short trainings, each of half the steps; default: ${DEFAULT-VALUE}.")
  private int tunings = USUAL_TRAININGS;

  @Option(
      names = "--training-steps",
      paramLabel = "N",
      description = "Environment steps of a whole training; default: the task's.")
  private @Nullable Long steps;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of all of it; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private TrainerOptions trainers = new TrainerOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run's folder, new; default: runs/tune-TASK-TIME.")
  private @Nullable Path out;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Mixin private SandboxOptions sealing = new SandboxOptions();

  @Option(names = "--json", description = "JSON lines, those of search.")
  private boolean json;

  @Spec private CommandSpec spec;

  TuneCommand(Terminal terminal, Keys keys) {
    this.terminal = terminal;
    this.designers = new Designers(keys);
  }

  @Override
  public Integer call() throws TaskException {
    positive("--tune", tunings);
    positive("--training-steps", steps);
    int count = trainers.count();
    try {
      return tune(count).code();
    } catch (RunException e) {
      throw new CommandFailure(
          e.kind() == RunException.Kind.UNWRITABLE ? ExitCode.INFRASTRUCTURE : ExitCode.USAGE,
          Failures.text(e));
    }
  }

  private ExitCode tune(int count) throws TaskException, RunException {
    boolean ofRun = Files.isDirectory(what);
    String name = ofRun ? RunDirectory.read(what).task() : taskName();
    Task task = Tasks.load(name);
    String file = ofRun ? candidate() : what.toString();
    CompiledReward reward = Rewards.compile(file, task);
    if (reward.tunables().isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          file
              + ": has no constant to tune; mark one: @Tune(min = 0.1, max = 10) private static"
              + " final double …");
    }
    SearchSettings profile = SearchSettings.of(task);
    var training = device.apply(profile.training());
    SearchSettings settings =
        profile
            .withSeed(seed)
            .withGenerations(1)
            .withCandidates(1)
            .withRepairs(0)
            .withTune(tunings)
            .withTraining(steps == null ? training : training.withSteps(steps));
    int baselines = task.description().baselines().size();
    if (!json) {
      Plan.of(settings, baselines, Caps.none()).lines().forEach(terminal::say);
    }
    Instant now = Instant.now();
    Path folder =
        out == null
            ? Path.of(
                "runs", "tune-" + task.description().name() + "-" + SearchCommand.STAMP.format(now))
            : out;
    try (Sandbox sandbox = sealing.open(s -> s.withTrainers(count));
        RunDirectory run =
            RunDirectory.create(
                folder,
                RunRecord.of(
                    Tasks.lasting(name),
                    task,
                    GivenDesigner.NAME,
                    Map.of(Designers.SOURCE, reward.source()),
                    settings,
                    Caps.none(),
                    Versions.all(task),
                    sandbox.sandboxLevel(),
                    sandbox.sandboxProof(),
                    now))) {
      return new SearchSession(terminal, designers, json, count)
          .run(task, sandbox, run, new ModelOptions());
    }
  }

  private String taskName() {
    if (taskName == null) {
      throw new ParameterException(
          spec.commandLine(), "a reward's file needs --task TASK; a run has its own.");
    }
    return taskName;
  }

  /** Names the file of the run's candidate, which is reviewed again like any other. */
  private String candidate() throws RunException {
    RunOverview run = RunOverview.read(what);
    String id =
        candidate == null
            ? run.winner()
                .map(Measured::id)
                .orElseThrow(
                    () ->
                        new CommandFailure(
                            ExitCode.USAGE,
                            what + ": has no winner yet; name a candidate with --candidate."))
            : candidate;
    return what.resolve("candidates").resolve(id).resolve("Reward.java").toString();
  }

  private void positive(String option, @Nullable Number value) {
    if (value != null && value.longValue() < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + ", must be at least 1.");
    }
  }
}
