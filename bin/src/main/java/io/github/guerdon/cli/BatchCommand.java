package io.github.guerdon.cli;

import io.github.guerdon.critic.reviewer.ReviewerProcess;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.generator.batch.Baseline;
import io.github.guerdon.generator.batch.Batch;
import io.github.guerdon.generator.batch.BatchDirectory;
import io.github.guerdon.generator.batch.BatchException;
import io.github.guerdon.generator.batch.BatchFile;
import io.github.guerdon.generator.batch.BatchPlan;
import io.github.guerdon.generator.batch.BatchReport;
import io.github.guerdon.generator.batch.Experiment;
import io.github.guerdon.generator.batch.TaskEntry;
import io.github.guerdon.generator.llm.account.PriceTable;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.prompt.Prompts;
import io.github.guerdon.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

/** Runs many searches as one job. */
@Command(
    name = "batch",
    description = {
      "Run tasks × designers × strategies × seeds as one job, with a JUnit report; docs/batch.md describes the file.",
      "Trainings that experiments share are run once. Ctrl-C stops cleanly; the same command goes on."
    })
final class BatchCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Designers designers;
  private final Map<TaskEntry, Task> tasks = new HashMap<>();

  @Parameters(paramLabel = "FILE", description = "The batch's YAML file.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The batch's folder, new or begun by the same batch; default: batches/NAME.")
  private @Nullable Path out;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Compare with these results of an earlier batch: an experiment whose fitness on fresh seeds is worse fails.")
  private @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write the results, for --baseline of later batches.")
  private @Nullable Path written;

  @Option(
      names = "--confidence",
      paramLabel = "C",
      description =
          "How sure a regression must be to count, such as 0.99; default: the file's, or 0.95.")
  private @Nullable Double confidence;

  @Mixin private TrainerOptions trainers = new TrainerOptions();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "File with the key of the language model, readable by its owner only; default: the provider's environment variable.")
  private @Nullable Path keyFile;

  @Option(
      names = "--prompts",
      paramLabel = "DIR",
      description = "Your own prompt texts: a file there replaces the built-in one of its name.")
  private @Nullable Path prompts;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Your own table of prices; default: the built-in one, which says its date.")
  private @Nullable Path prices;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Mixin private SandboxOptions sealing = new SandboxOptions();

  @Option(
      names = "--dry-run",
      description = "Print the plan and what it would cost; call and train nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "JSON lines, one an event; docs/cli.md has the schema.")
  private boolean json;

  @Spec private CommandSpec spec;

  BatchCommand(Terminal terminal, Keys keys) {
    this.terminal = terminal;
    this.designers = new Designers(keys);
  }

  @Override
  public Integer call() throws TaskException {
    BatchPlan plan = confident(BatchFile.read(file, this::baselines));
    Prompts texts = Designers.prompts(prompts);
    PriceTable table = Designers.prices(prices);
    Map<Experiment, Prepared> prepared =
        Prepared.all(plan, e -> task(e.task()), texts.hash(), device);
    if (dryRun) {
      new BatchPreview(terminal, plan, prepared, texts, table).print(json);
      return ExitCode.DONE.code();
    }
    prepared.values().stream()
        .distinct()
        .forEach(p -> designers.check(p.choice(), p.caps(), table, keyFile));
    Optional<Baseline> earlier = earlier();
    Path baselines = written == null ? null : written.toAbsolutePath().getParent();
    if (baselines != null) {
      Folders.writable(baselines, "--write-baseline");
    }
    Path folder = out == null ? Path.of("batches", plan.name()) : out;
    try (BatchDirectory directory = BatchDirectory.open(folder, Prepared.identities(prepared))) {
      BatchReport report = run(plan, directory, prepared, texts, table, earlier);
      if (written != null) {
        Files.copy(
            directory.path().resolve("results.json"), written, StandardCopyOption.REPLACE_EXISTING);
      }
      return new BatchVerdicts(terminal, directory.path(), report).print(json).code();
    } catch (BatchException | RunException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE, folder + ": cannot be written (" + e + "); check the disk.");
    }
  }

  private BatchReport run(
      BatchPlan plan,
      BatchDirectory directory,
      Map<Experiment, Prepared> prepared,
      Prompts texts,
      PriceTable table,
      Optional<Baseline> earlier)
      throws BatchException {
    long steps = prepared.values().stream().mapToLong(p -> p.plan().steps()).sum();
    BatchProgress progress = new BatchProgress(terminal, json, plan.experiments().size(), steps);
    int count = trainers.count();
    try (Sandbox sandbox = sealing.open(s -> s.withTrainers(count));
        ReviewerProcess reviewer = ReviewerProcess.start();
        Interruption interruption = Interruption.listen(plan.budget().seconds())) {
      progress.said(
          plan.name()
              + ": "
              + plan.experiments().size()
              + " experiments, "
              + count
              + " trainer(s); "
              + SandboxOptions.sentence(sandbox)
              + "; folder: "
              + directory.path());
      BatchLab lab =
          new BatchLab(
              prepared,
              designers,
              keyFile,
              texts,
              table,
              sandbox,
              reviewer,
              directory.trainings(),
              interruption.cancellation(),
              progress);
      return Batch.run(
          plan,
          directory,
          lab,
          Math.min(plan.experiments().size(), count + 1),
          interruption.cancellation(),
          earlier,
          progress,
          Instant.now());
    }
  }

  private Collection<String> baselines(TaskEntry entry) throws TaskException {
    Task task = Tasks.load(entry.source());
    tasks.put(entry, task);
    return task.description().baselines().keySet();
  }

  private Task task(TaskEntry entry) {
    Task task = tasks.get(entry);
    if (task == null) {
      throw new IllegalStateException("task " + entry.label() + " was not loaded");
    }
    return task;
  }

  private BatchPlan confident(BatchPlan plan) {
    if (confidence == null) {
      return plan;
    }
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "--confidence is " + confidence + ", must be above 0.5 and below 1, such as 0.95.");
    }
    return plan.withConfidence(confidence);
  }

  private Optional<Baseline> earlier() {
    try {
      return baseline == null ? Optional.empty() : Optional.of(Baseline.read(baseline));
    } catch (BatchException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e));
    }
  }
}
