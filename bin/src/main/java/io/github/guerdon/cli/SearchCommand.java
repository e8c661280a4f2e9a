package io.github.guerdon.cli;

import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskException;
import io.github.guerdon.generator.design.Designer;
import io.github.guerdon.generator.design.OfflineDesigner;
import io.github.guerdon.generator.search.Cancellation;
import io.github.guerdon.generator.search.Caps;
import io.github.guerdon.generator.search.Laboratory;
import io.github.guerdon.generator.search.Plan;
import io.github.guerdon.generator.search.RunDirectory;
import io.github.guerdon.generator.search.RunException;
import io.github.guerdon.generator.search.RunRecord;
import io.github.guerdon.generator.search.SandboxRoom;
import io.github.guerdon.generator.search.Search;
import io.github.guerdon.generator.search.SearchListener;
import io.github.guerdon.generator.search.SearchResult;
import io.github.guerdon.generator.search.SearchSettings;
import io.github.guerdon.generator.search.SearchTask;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.training.SandboxSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches for a reward. */
@Command(
    name = "search",
    description = {
      "Search for a reward: design, check, train, analyse, refine; then measure the winner on fresh seeds beside the task's baselines.",
      "Ctrl-C stops cleanly and keeps the run; --resume goes on with it."
    })
final class SearchCommand implements Callable<Integer> {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "TASK",
      description =
          "A built-in task's name or the path of a task's YAML file; default: "
              + Tasks.DEFAULT
              + ".",
      completionCandidates = Tasks.Names.class)
  private @Nullable String taskName;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Seed of the whole search; default: 0. The same seed gives the same winner with any number of trainers.")
  private @Nullable Long seed;

  @Option(
      names = "--designer",
      paramLabel = "NAME",
      description =
          "Who writes the rewards: offline (built in, needs no key and no network). Default: offline.")
  private @Nullable String designerName;

  @Option(
      names = "--generations",
      paramLabel = "N",
      description = "Generations; default: the profile's.")
  private @Nullable Integer generations;

  @Option(
      names = "--candidates",
      paramLabel = "N",
      description = "Candidates a generation; default: the profile's.")
  private @Nullable Integer candidates;

  @Option(
      names = "--training-steps",
      paramLabel = "N",
      description = "Environment steps of each training; default: the task's.")
  private @Nullable Long trainingSteps;

  @Option(
      names = "--trainings",
      paramLabel = "N",
      description =
          "Cap: at most this many trainings in all. A plan that it cuts short ends with exit code 4.")
  private @Nullable Long trainings;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Cap: at most this many environment steps in all.")
  private @Nullable Long steps;

  @Option(
      names = "--trainers",
      paramLabel = "N",
      description = "Trainings at a time; default: one a core. Changes no result.")
  private @Nullable Integer trainers;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run's folder, new; default: runs/TASK-TIME.")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Go on with an interrupted run, with the settings it was started with.")
  private @Nullable Path resume;

  @Option(names = "--json", description = "JSON lines, one an event; docs/cli.md has the schema.")
  private boolean json;

  @Spec private CommandSpec spec;

  SearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TaskException {
    try {
      return (resume == null ? start() : goOn(resume)).code();
    } catch (RunException e) {
      throw new CommandFailure(
          e.kind() == RunException.Kind.UNWRITABLE ? ExitCode.INFRASTRUCTURE : ExitCode.USAGE,
          Failures.text(e));
    }
  }

  private ExitCode start() throws TaskException, RunException {
    String name = taskName == null ? Tasks.DEFAULT : taskName;
    Designer designer = designer(designerName == null ? "offline" : designerName);
    Task task = Tasks.load(name);
    SearchSettings settings = settings(task);
    Caps caps = caps();
    try {
      Plan.of(settings, task.description().baselines().size(), caps);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e));
    }
    Instant now = Instant.now();
    Path folder =
        out == null ? Path.of("runs", task.description().name() + "-" + STAMP.format(now)) : out;
    try (Sandbox sandbox = sandbox();
        RunDirectory run =
            RunDirectory.create(
                folder,
                RunRecord.of(
                    name,
                    task,
                    designer.name(),
                    settings,
                    caps,
                    Versions.all(),
                    sandbox.sandboxLevel(),
                    now))) {
      return search(task, designer, sandbox, run);
    }
  }

  private ExitCode goOn(Path folder) throws TaskException, RunException {
    if (taskName != null
        || seed != null
        || designerName != null
        || generations != null
        || candidates != null
        || trainingSteps != null
        || trainings != null
        || steps != null
        || out != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--resume takes the run's own settings; of the others only --trainers and --json go with it.");
    }
    try (RunDirectory run = RunDirectory.resume(folder)) {
      Task task = Tasks.load(run.record().task());
      try (Sandbox sandbox = sandbox()) {
        return search(task, designer(run.record().designer()), sandbox, run);
      }
    }
  }

  private ExitCode search(Task task, Designer designer, Sandbox sandbox, RunDirectory run) {
    SearchListener listener =
        json
            ? new SearchLines(terminal, task, run)
            : new SearchRows(terminal, task, run, trainerCount());
    Critic critic = new Critic();
    try (Interruption interruption = Interruption.listen()) {
      Cancellation cancellation = interruption.cancellation();
      SearchResult result =
          Search.run(
              new Laboratory(
                  SearchTask.of(task),
                  designer,
                  text -> critic.review(RewardSource.of(text), task.vocabulary()),
                  new SandboxRoom(sandbox, task, cancellation),
                  run,
                  listener,
                  cancellation,
                  System::nanoTime));
      return exit(result);
    }
  }

  static ExitCode exit(SearchResult result) {
    return switch (result.reason()) {
      case COMPLETED -> ExitCode.DONE;
      case NO_VALID_CANDIDATE -> ExitCode.REFUSED;
      case TRAININGS_CAP, STEPS_CAP -> ExitCode.CAPPED;
      case CANCELLED -> ExitCode.INTERRUPTED;
    };
  }

  private Designer designer(String name) {
    if (name.equals("offline")) {
      return new OfflineDesigner();
    }
    List<String> planned = List.of("openai", "anthropic", "gemini", "ollama", "mistral", "replay");
    throw new CommandFailure(
        ExitCode.USAGE,
        planned.stream().anyMatch(name::startsWith)
            ? "designer '"
                + name
                + "' is not there yet: no language model can be called in this version; use --designer offline."
            : "no designer '" + name + "'; use --designer offline.");
  }

  private SearchSettings settings(Task task) {
    SearchSettings profile = SearchSettings.of(task);
    positive("--generations", generations);
    positive("--candidates", candidates);
    positive("--training-steps", trainingSteps);
    SearchSettings settings = profile.withSeed(seed == null ? 0 : seed);
    if (generations != null) {
      settings = settings.withGenerations(generations);
    }
    if (candidates != null) {
      settings = settings.withCandidates(candidates);
    }
    return trainingSteps == null
        ? settings
        : settings.withTraining(settings.training().withSteps(trainingSteps));
  }

  private Caps caps() {
    positive("--trainings", trainings);
    positive("--steps", steps);
    Caps caps = Caps.none();
    if (trainings != null) {
      caps = caps.withTrainings(trainings);
    }
    return steps == null ? caps : caps.withSteps(steps);
  }

  private Sandbox sandbox() {
    positive("--trainers", trainers);
    return Sandbox.open(SandboxSettings.defaults().withTrainers(trainerCount()));
  }

  private int trainerCount() {
    return trainers == null ? SandboxSettings.defaults().trainers() : trainers;
  }

  private void positive(String option, @Nullable Number value) {
    if (value != null && value.longValue() < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + ", must be at least 1.");
    }
  }
}
