package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.generator.analysis.fault.Diagnosis;
import io.github.guerdon.generator.analysis.fault.Evidence;
import io.github.guerdon.generator.analysis.fault.Finding;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.record.TrainingRecords;
import io.github.guerdon.sandbox.record.TrainingStore;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.TermStatistics;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingResult;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains one policy with one reward. */
@Command(
    name = "train",
    description = {
      "Train one policy with one reward, and measure it by the task's own metrics.",
      "The same task, reward, seed and settings are not trained twice: the stored result is shown."
    })
final class TrainCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      defaultValue = Tasks.DEFAULT,
      paramLabel = "TASK",
      description = Tasks.PARAMETER,
      completionCandidates = Tasks.Names.class)
  private String taskName = Tasks.DEFAULT;

  @Option(
      names = "--reward",
      defaultValue = "official",
      paramLabel = "FILE|official|sparse",
      description = "The reward; default: ${DEFAULT-VALUE}.")
  private String reward = "official";

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "N",
      description = "Seed; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Environment steps; default: the task's.")
  private @Nullable Long steps;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of the training; default: one a core. 1 is best where several trainings run side by side. Changes no result.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      defaultValue = "runs/trainings",
      paramLabel = "DIR",
      description = "Where results are kept; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("runs", "trainings");

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Mixin private SandboxOptions sealing = new SandboxOptions();

  @Option(names = "--json", description = "JSON lines.")
  private boolean json;

  @Spec private CommandSpec spec;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TaskException {
    if ((steps != null && steps < 1) || threads < 1) {
      throw new ParameterException(spec.commandLine(), "--steps and --threads must be positive.");
    }
    Task task = Tasks.load(taskName);
    CompiledReward compiled = Rewards.compile(reward, task);
    TrainingSettings settings = TrainingSettings.of(task);
    TrainingSettings wanted = device.apply(steps == null ? settings : settings.withSteps(steps));
    Folders.writable(out);
    Job job =
        new TrainingStore(out)
            .job("train", task, compiled.program(), seed, wanted, wanted.deadline());
    try (Sandbox sandbox = sealing.open(s -> s.withTrainers(1).withThreads(threads))) {
      ProbeResult probe = sandbox.probe(task, compiled.program());
      if (!(probe instanceof ProbeResult.Passed passed)) {
        ProbeResult.Failed failed = (ProbeResult.Failed) probe;
        if (json) {
          return failed("refused", Diagnosis.of(failed), failed.outcome() + ": " + failed.message())
              .code();
        }
        throw new CommandFailure(
            ExitCode.REFUSED,
            reward + " fails the probe (" + failed.outcome() + "): " + failed.message());
      }
      terminal.say(SandboxOptions.sentence(sandbox));
      if (Files.exists(new TrainingRecords(job.directory()).checkpoint())) {
        terminal.say("this training was cut off and goes on from its checkpoint");
      }
      Outcome outcome = sandbox.train(List.of(job), new Rows(wanted.steps())).get(0);
      terminal.clearRow();
      return outcome
          .match(
              completed ->
                  done(
                      completed.result(),
                      job,
                      Diagnosis.of(
                          new Evidence(
                              task.description(),
                              compiled.source(),
                              passed.evidence(),
                              List.of(completed.result())))),
              diverged ->
                  failed(
                      "diverged",
                      Diagnosis.of(diverged),
                      "term '"
                          + diverged.term()
                          + "' was "
                          + diverged.value()
                          + " at step "
                          + diverged.step()
                          + "; bound it with Shape.clamp"),
              timedOut ->
                  failed(
                      "timed_out",
                      List.of(),
                      "the training had "
                          + timedOut.after().toSeconds()
                          + " s and reached step "
                          + timedOut.step()),
              crashed ->
                  failed(
                      "crashed",
                      List.of(),
                      crashed.cause() + " at step " + crashed.step() + ": " + crashed.where()),
              paused -> failed("paused", List.of(), "it waits at step " + paused.step()))
          .code();
    }
  }

  private ExitCode done(TrainingResult result, Job job, List<Finding> diagnosis) {
    if (json) {
      ObjectNode node =
          Json.event("trained").put("outcome", "completed").put("fitness", result.score().value());
      ObjectNode metrics = node.putObject("metrics");
      result.score().metrics().forEach((name, summary) -> metrics.put(name, summary.mean()));
      ArrayNode terms = node.putArray("terms");
      for (TermStatistics term : result.terms()) {
        terms
            .addObject()
            .put("name", term.name())
            .put("mean", term.mean())
            .put("sd", term.sd())
            .put("share", term.share())
            .put("first", term.first())
            .put("last", term.last());
      }
      node.put("steps", result.steps()).put("seconds", result.seconds());
      terminal.print(Json.line(diagnosed(node, diagnosis)));
      return ExitCode.DONE;
    }
    terminal.print(
        String.format(
            Locale.ROOT,
            "%s with %s, seed %d: fitness %s%s",
            job.task().description().name(),
            reward,
            seed,
            Text.number(result.score().value()),
            result.score().requirementsMet() ? "" : " (requirements missed)"));
    result
        .score()
        .metrics()
        .forEach(
            (name, m) ->
                terminal.print(
                    "  "
                        + Text.left(name, 12)
                        + Text.right(Text.number(m.mean()), 10)
                        + "  sd "
                        + Text.number(m.sd())));
    terminal.print("  terms, mean a step and share:");
    for (TermStatistics term : result.terms()) {
      terminal.print(
          "    "
              + Text.left(term.name(), 20)
              + Text.right(Text.number(term.mean()), 10)
              + Text.right(String.format(Locale.ROOT, "%.0f %%", 100 * term.share()), 8)
              + "  "
              + Text.number(term.first())
              + " at first, "
              + Text.number(term.last())
              + " at last");
    }
    diagnosis.forEach(this::print);
    terminal.print(
        "  "
            + Text.count(result.steps())
            + " steps in "
            + Text.duration(result.seconds())
            + " ("
            + Text.count(result.stepsPerSecond())
            + " steps/s); checkpoint at "
            + Text.count(result.checkpointStep())
            + "; kept in "
            + job.directory());
    return ExitCode.DONE;
  }

  private void print(Finding finding) {
    terminal.print("  " + finding.text());
  }

  private static ObjectNode diagnosed(ObjectNode node, List<Finding> diagnosis) {
    ArrayNode findings = node.putArray("diagnosis");
    diagnosis.forEach(f -> findings.add(Json.finding(f)));
    return node;
  }

  private ExitCode failed(String outcome, List<Finding> diagnosis, String message) {
    if (json) {
      terminal.print(
          Json.line(
              diagnosed(
                  Json.event("trained")
                      .put("outcome", outcome)
                      .putNull("fitness")
                      .put("message", message),
                  diagnosis)));
    } else {
      terminal.print(outcome + ": " + message);
      diagnosis.forEach(this::print);
    }
    return ExitCode.REFUSED;
  }

  private final class Rows implements TrainingListener {

    private final long of;

    Rows(long of) {
      this.of = of;
    }

    @Override
    public void progress(Progress progress) {
      if (json) {
        ObjectNode node =
            Json.event("progress")
                .put("step", progress.step())
                .put("steps_per_s", Math.round(progress.stepsPerSecond()));
        progress
            .ownReturn()
            .ifPresentOrElse(r -> node.put("return", r), () -> node.putNull("return"));
        terminal.print(Json.line(node));
      } else {
        double left = (double) (of - progress.step()) / Math.max(1, progress.stepsPerSecond());
        terminal.row(
            Text.count(progress.step())
                + " of "
                + Text.count(of)
                + " steps, "
                + Text.count(progress.stepsPerSecond())
                + " steps/s, own return "
                + (progress.ownReturn().isPresent()
                    ? Text.number(progress.ownReturn().getAsDouble())
                    : "none")
                + ", "
                + Text.duration(left)
                + " left");
      }
    }

    @Override
    public void finished(Outcome outcome) {
      terminal.clearRow();
    }
  }
}
