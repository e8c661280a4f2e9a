package io.github.guerdon.cli;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.generator.evolve.StrategyName;
import io.github.guerdon.generator.llm.account.PriceTable;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.Plan;
import io.github.guerdon.generator.run.Racing;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.RunRecord;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.prompt.Prompts;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches for a reward. */
@Command(
    name = "search",
    description = {
      "Search for a reward: design, check, train, analyse, refine; then measure the winner on fresh"
          + " seeds beside the task's baselines.",
      "Ctrl-C stops cleanly and keeps the run; --resume goes on with it."
    })
final class SearchCommand implements Callable<Integer> {

  static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Terminal terminal;
  private final Designers designers;

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
          "Seed of the whole search; default: 0. The same seed gives the same winner with any"
              + " number of trainers.")
  private @Nullable Long seed;

  @Mixin private DesignerOptions designer = new DesignerOptions();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description = {
        "What the next generation is built on; default: elite.",
        "elite: the designer chooses among the four best so far. eureka: each child refines the"
            + " best so far.",
        "islands: populations apart, rank selection, crossover by term, migration. tree: a tree of"
            + " refinements, explored and exploited.",
        "best-of: no evolution, each child a first guess; the control."
      })
  private @Nullable String strategy;

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
      names = "--repairs",
      paramLabel = "N",
      description = "How many times a refused candidate goes back to its designer; default: 2.")
  private @Nullable Integer repairs;

  @Option(
      names = "--tune",
      paramLabel = "N",
      description =
          "At the end move the best reward's @Tune constants, by at most so many trainings of half"
              + " the steps; default: 0.")
  private @Nullable Integer tune;

  @Option(
      names = "--racing",
      paramLabel = "HOW",
      description = {
        "Stop candidates that are worse than the two best, beyond noise, at a quarter or half of"
            + " their training; default: off.",
        "save: end with fewer steps. spend: put what is saved into more generations."
      })
  private @Nullable String racing;

  @Mixin private BudgetOptions budget = new BudgetOptions();

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Mixin private SandboxOptions sealing = new SandboxOptions();

  @Mixin private TrainerOptions trainers = new TrainerOptions();

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

  @Option(
      names = "--dry-run",
      description =
          "Print the plan, the first prompt with its parts, and what it would cost; call and train"
              + " nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "JSON lines, one an event; docs/cli.md has the schema.")
  private boolean json;

  @Spec private CommandSpec spec;

  SearchCommand(Terminal terminal, Keys keys) {
    this.terminal = terminal;
    this.designers = new Designers(keys);
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
    Optional<Path> replayed = Designers.replayed(designer.name());
    if (replayed.isPresent()) {
      return replay(replayed.get());
    }
    String name = taskName == null ? Tasks.DEFAULT : taskName;
    boolean offline = designer.name().equals(DesignerOptions.OFFLINE);
    Prompts prompts = Designers.prompts(designer.prompts);
    PriceTable prices = Designers.prices(designer.prices);
    DesignerChoice choice =
        offline
            ? DesignerChoice.ofOffline()
            : DesignerChoice.language(designer.name(), designer.model.given(), prompts.hash());
    Task task = Tasks.load(name);
    return begin(name, task, choice, settings(SearchSettings.of(task)), prompts, prices);
  }

  /** Searches again with what the model of an earlier run answered. */
  private ExitCode replay(Path from) throws TaskException, RunException {
    RunRecord record = RunDirectory.read(from);
    String name = taskName == null ? record.task() : taskName;
    DesignerChoice choice =
        new DesignerChoice(record.designer(), record.designerOptions()).replaying(from);
    return begin(
        name,
        Tasks.load(name),
        choice,
        settings(record.settings()),
        Designers.prompts(from.resolve("prompts")),
        Designers.prices(from.resolve(Designers.PRICES)));
  }

  private ExitCode begin(
      String name,
      Task task,
      DesignerChoice choice,
      SearchSettings settings,
      Prompts prompts,
      PriceTable prices)
      throws RunException {
    Caps caps = budget.caps();
    Plan plan = plan(task, settings, caps);
    if (dryRun) {
      new DryRun(terminal, task, choice, settings, plan, prompts, prices).print(json);
      return ExitCode.DONE;
    }
    Instant now = Instant.now();
    Path folder =
        out == null ? Path.of("runs", task.description().name() + "-" + STAMP.format(now)) : out;
    designers.check(choice, caps, prices, designer.model.keyFile);
    try (Sandbox sandbox = sandbox();
        RunDirectory run =
            RunDirectory.create(
                folder,
                RunRecord.of(
                    Tasks.lasting(name),
                    task,
                    choice.name(),
                    choice.options(),
                    settings,
                    caps,
                    Versions.all(task),
                    sandbox.sandboxLevel(),
                    sandbox.sandboxProof(),
                    now))) {
      if (!choice.offline()) {
        Designers.keep(run, prompts, prices);
      }
      return search(task, sandbox, run);
    }
  }

  private static Plan plan(Task task, SearchSettings settings, Caps caps) {
    try {
      return Plan.of(settings, task.description().baselines().size(), caps);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e));
    }
  }

  private ExitCode goOn(Path folder) throws TaskException, RunException {
    if (taskName != null
        || seed != null
        || strategy != null
        || !designer.none()
        || generations != null
        || candidates != null
        || repairs != null
        || tune != null
        || racing != null
        || trainingSteps != null
        || !device.none()
        || !budget.none()
        || dryRun
        || out != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--resume takes the run's own settings; of the others only --trainers, --key-file,"
              + " --base-url, --allow-weak-sandbox and --json go with it.");
    }
    try (RunDirectory run = RunDirectory.resume(folder)) {
      DeviceOptions.require(run.record().settings().training());
      Task task = Tasks.load(run.record().task());
      run.record()
          .requireTask(
              folder, task.identity(), "restore " + run.record().task() + " or start a new run.");
      try (Sandbox sandbox = sandbox()) {
        return search(task, sandbox, run);
      }
    }
  }

  private ExitCode search(Task task, Sandbox sandbox, RunDirectory run) {
    return new SearchSession(terminal, designers, json, trainers.count())
        .run(task, sandbox, run, designer.model);
  }

  private SearchSettings settings(SearchSettings profile) {
    positive("--generations", generations);
    positive("--candidates", candidates);
    positive("--training-steps", trainingSteps);
    SearchSettings settings = seed == null ? profile : profile.withSeed(seed);
    if (strategy != null) {
      settings = settings.withStrategy(strategy(strategy));
    }
    if (generations != null) {
      settings = settings.withGenerations(generations);
    }
    if (candidates != null) {
      settings = settings.withCandidates(candidates);
    }
    if (repairs != null) {
      if (repairs < 0) {
        throw new ParameterException(
            spec.commandLine(), "--repairs is " + repairs + ", must be at least 0.");
      }
      settings = settings.withRepairs(repairs);
    }
    if (tune != null) {
      if (tune < 0) {
        throw new ParameterException(
            spec.commandLine(), "--tune is " + tune + ", must be at least 0.");
      }
      settings = settings.withTune(tune);
    }
    if (racing != null) {
      settings = settings.withRacing(racing(racing));
    }
    TrainingSettings training = settings.training();
    return settings.withTraining(
        device.apply(trainingSteps == null ? training : training.withSteps(trainingSteps)));
  }

  private StrategyName strategy(String word) {
    return StrategyName.find(word)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--strategy is '" + word + "', must be one of " + StrategyName.words() + "."));
  }

  private Racing racing(String word) {
    return Racing.find(word)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--racing is '" + word + "', must be one of " + Racing.words() + "."));
  }

  private Sandbox sandbox() {
    int count = trainers.count();
    return sealing.open(s -> s.withTrainers(count));
  }

  private void positive(String option, @Nullable Number value) {
    if (value != null && value.longValue() < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + ", must be at least 1.");
    }
  }
}
