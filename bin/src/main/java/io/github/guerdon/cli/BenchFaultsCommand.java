package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.critic.reviewer.ReviewerProcess;
import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.generator.analysis.Failures;
import io.github.guerdon.generator.analysis.fault.Diagnosis;
import io.github.guerdon.generator.analysis.fault.Evidence;
import io.github.guerdon.generator.analysis.fault.Fault;
import io.github.guerdon.generator.analysis.fault.Finding;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.record.TrainingStore;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingResult;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how well the diagnosis names planted faults. */
@Command(
    name = "faults",
    description = {
      "Train each reward of a folder once, and hold the diagnosis against what its index.tsv says is wrong with it.",
      "Columns: file, task, fault (NONE if sound; all are without the column), also_acceptable (others that describe it as well, separated by ';').",
      "Trainings are kept, so that a second call diagnoses without training."
    })
final class BenchFaultsCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders with an index.tsv each.")
  private List<Path> folders = List.of();

  @Option(
      names = "--jobs",
      defaultValue = "0",
      paramLabel = "N",
      description = "Trainings at a time; default: one a processor.")
  private int jobs;

  @Option(
      names = "--steps",
      defaultValue = "0",
      paramLabel = "N",
      description = "Environment steps of a training at most; default: the task's.")
  private long steps;

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "N",
      description = "Seed; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--out",
      defaultValue = "runs/trainings",
      paramLabel = "DIR",
      description = "Where trainings are kept; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("runs", "trainings");

  @Mixin private SandboxOptions sealing = new SandboxOptions();

  @Option(names = "--json", description = "One JSON object a reward, then one for all.")
  private boolean json;

  @Spec private CommandSpec spec;

  BenchFaultsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A reward that may be trained. */
  private record Ready(FaultRow row, CompiledReward reward, ProbeResult.Passed probe, Job job) {}

  @Override
  public Integer call() throws TaskException {
    if (jobs < 0 || steps < 0) {
      throw new ParameterException(spec.commandLine(), "--jobs and --steps must be positive.");
    }
    List<FaultRow> rows = folders.stream().flatMap(f -> FaultRow.read(f).stream()).toList();
    Map<String, Task> tasks = new HashMap<>();
    for (FaultRow row : rows) {
      if (!tasks.containsKey(row.task())) {
        tasks.put(row.task(), Tasks.load(row.task()));
      }
    }
    Folders.writable(out);
    Tally tally = new Tally();
    try (ReviewerProcess reviewer = ReviewerProcess.start();
        Sandbox sandbox = sealing.open(s -> jobs == 0 ? s : s.withTrainers(jobs))) {
      List<Ready> ready = new ArrayList<>();
      for (FaultRow row : rows) {
        Task task = Objects.requireNonNull(tasks.get(row.task()));
        prepare(row, task, reviewer, sandbox, tally).ifPresent(ready::add);
      }
      List<Outcome> outcomes =
          sandbox.train(ready.stream().map(Ready::job).toList(), TrainingListener.silent());
      for (int i = 0; i < outcomes.size(); i++) {
        Ready each = ready.get(i);
        outcomes
            .get(i)
            .match(
                completed -> judged(each, completed.result(), tally),
                diverged -> told(each.row(), Diagnosis.of(diverged), tally),
                timedOut -> unjudged(each.row(), Failures.sentence(timedOut), tally),
                crashed -> unjudged(each.row(), Failures.sentence(crashed), tally),
                paused -> unjudged(each.row(), Failures.sentence(paused), tally));
      }
    }
    tally.print();
    return ExitCode.DONE.code();
  }

  private Optional<Ready> prepare(
      FaultRow row, Task task, ReviewerProcess reviewer, Sandbox sandbox, Tally tally) {
    Verdict verdict = reviewer.review(Rewards.source(row.file()), task.vocabulary());
    if (!(verdict instanceof Verdict.Accepted accepted)) {
      unjudged(row, "the critic refuses it; see guerdon review", tally);
      return Optional.empty();
    }
    ProbeResult probe = sandbox.probe(task, accepted.reward().program());
    if (!(probe instanceof ProbeResult.Passed passed)) {
      told(row, Diagnosis.of((ProbeResult.Failed) probe), tally);
      return Optional.empty();
    }
    TrainingSettings own = TrainingSettings.of(task);
    TrainingSettings settings = steps == 0 ? own : own.withSteps(Math.min(steps, own.steps()));
    Job job =
        new TrainingStore(out)
            .job(
                row.file().toString(),
                task,
                accepted.reward().program(),
                seed,
                settings,
                settings.deadline());
    return Optional.of(new Ready(row, accepted.reward(), passed, job));
  }

  private boolean judged(Ready ready, TrainingResult result, Tally tally) {
    Evidence evidence =
        new Evidence(
            ready.job().task().description(),
            ready.reward().source(),
            ready.probe().evidence(),
            List.of(result));
    return told(ready.row(), Diagnosis.of(evidence), tally);
  }

  private boolean unjudged(FaultRow row, String why, Tally tally) {
    if (json) {
      terminal.print(
          Json.line(Json.object().put("file", row.file().toString()).put("message", why)));
    } else {
      terminal.print(row.file().getFileName() + ": " + why);
    }
    return tally.add(row, List.of());
  }

  private boolean told(FaultRow row, List<Finding> findings, Tally tally) {
    boolean right = tally.add(row, findings);
    String planted = row.planted().map(Fault::name).orElse("NONE");
    if (json) {
      ObjectNode node =
          Json.object()
              .put("file", row.file().toString())
              .put("fault", planted)
              .put("right", right);
      ArrayNode array = node.putArray("diagnosis");
      findings.forEach(f -> array.add(Json.finding(f)));
      terminal.print(Json.line(node));
      return right;
    }
    String found = findings.stream().map(Finding::name).collect(Collectors.joining(", "));
    terminal.print(
        String.format(
            Locale.ROOT,
            "%-5s %s: %s, found %s",
            right ? "ok" : "WRONG",
            row.file().getFileName(),
            planted.equals("NONE") ? "sound" : planted,
            found.isEmpty() ? "nothing" : found));
    return right;
  }

  /** Counts what was right. */
  private final class Tally {

    private int planted;
    private int named;
    private int sound;
    private int falseAlarms;

    /** Takes in a reward and returns whether its diagnosis is right. */
    boolean add(FaultRow row, List<Finding> findings) {
      boolean right =
          row.planted().isPresent()
              ? findings.stream().anyMatch(f -> row.accepted().contains(f.fault()))
              : findings.isEmpty();
      if (row.planted().isPresent()) {
        planted++;
        named += right ? 1 : 0;
      } else {
        sound++;
        falseAlarms += right ? 0 : 1;
      }
      return right;
    }

    void print() {
      terminal.print(
          json
              ? Json.line(
                  Json.object()
                      .put("bench", "faults")
                      .put("planted", planted)
                      .put("named", named)
                      .put("sound", sound)
                      .put("false_alarms", falseAlarms))
              : String.format(
                  Locale.ROOT,
                  "%d of %d planted faults named, %d of %d sound rewards with a finding",
                  named,
                  planted,
                  falseAlarms,
                  sound));
    }
  }
}
