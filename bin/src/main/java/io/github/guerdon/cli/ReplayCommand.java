package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.reviewer.ReviewerProcess;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.generator.analysis.Failures;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.RunRecord;
import io.github.guerdon.generator.search.Cancellation;
import io.github.guerdon.generator.search.Rerun;
import io.github.guerdon.generator.search.SandboxRoom;
import io.github.guerdon.generator.search.SearchTask;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a stored candidate again and compares. */
@Command(
    name = "replay",
    description = {
      "Train a stored candidate again with its recorded seeds, and compare each training with the record.",
      "Exit code 1 if one differs. To replay a whole search: guerdon search --designer replay:RUN"
    })
final class ReplayCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "RUN", description = "The run's folder; it is only read.")
  private Path run = Path.of("");

  @Parameters(index = "1", paramLabel = "CANDIDATE", description = "The candidate, such as g0c2.")
  private String candidate = "";

  @Option(
      names = "--out",
      defaultValue = "runs/replays",
      paramLabel = "DIR",
      description = "Where the new trainings are kept; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("runs", "replays");

  @Mixin private SandboxOptions sealing = new SandboxOptions();

  @Option(names = "--json", description = "JSON lines.")
  private boolean json;

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TaskException {
    try (ReviewerProcess reviewer = ReviewerProcess.start();
        Interruption interruption = Interruption.listen(Interruption.FOREVER)) {
      Cancellation cancellation = interruption.cancellation();
      RunRecord record = RunDirectory.read(run);
      DeviceOptions.require(record.settings().training());
      Task task = Tasks.load(record.task());
      Folders.writable(out);
      try (Sandbox sandbox = sealing.open(s -> s)) {
        List<Rerun.Pair> pairs =
            new Rerun(
                    run,
                    SearchTask.of(task),
                    text -> reviewer.review(RewardSource.of(text), task.vocabulary()),
                    new SandboxRoom(sandbox, task, cancellation))
                .candidate(candidate, out, TrainingListener.silent());
        if (cancellation.cancelled()) {
          return ExitCode.INTERRUPTED.code();
        }
        pairs.forEach(this::print);
        return (pairs.stream().allMatch(Rerun.Pair::same) ? ExitCode.DONE : ExitCode.REFUSED)
            .code();
      }
    } catch (RunException e) {
      throw new CommandFailure(ExitCode.USAGE, io.github.guerdon.cli.Failures.text(e));
    }
  }

  private void print(Rerun.Pair pair) {
    if (json) {
      ObjectNode node = Json.event("replayed").put("seed", pair.seed()).put("same", pair.same());
      fitness(node, "then", pair.then());
      fitness(node, "now", pair.now());
      terminal.print(Json.line(node));
    } else {
      terminal.print(
          "seed "
              + Text.right(Long.toString(pair.seed()), 20)
              + "   then "
              + Text.left(ending(pair.then()), 14)
              + " now "
              + Text.left(ending(pair.now()), 14)
              + (pair.same() ? "same" : "DIFFERENT"));
    }
  }

  private static void fitness(ObjectNode node, String name, Outcome outcome) {
    if (outcome instanceof Outcome.Completed completed) {
      node.put(name, completed.result().score().value());
    } else {
      node.put(name, Failures.word(outcome));
    }
  }

  private static String ending(Outcome outcome) {
    return outcome instanceof Outcome.Completed completed
        ? Text.number(completed.result().score().value())
        : Failures.word(outcome);
  }
}
