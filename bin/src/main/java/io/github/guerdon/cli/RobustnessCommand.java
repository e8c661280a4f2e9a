package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.report.RobustnessCard;
import io.github.guerdon.generator.report.RobustnessCard.Tried;
import io.github.guerdon.generator.report.RobustnessJson;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.RunRecord;
import io.github.guerdon.generator.search.Robustness;
import io.github.guerdon.generator.search.RunPolicies;
import io.github.guerdon.sandbox.record.PolicyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a stored policy in models that differ from the task's own. */
@Command(
    name = "robustness",
    description = {
      "Try a trained policy of a run in models that differ from the task's own: heavier, weaker,"
          + " more slippery. The task's 'vary' says which fields of the model are scaled, and how"
          + " far:",
      "  vary: { body_mass: 0.8..1.2, geom_friction: 0.7..1.3 }",
      "Tried are the model as it is, each field alone at both ends of its range, and "
          + Robustness.DRAWS
          + " models with all fields drawn at once, each with the same fresh episodes. Trainings"
          + " never see these models, so 'vary' can be added to a task whose runs exist; nothing is"
          + " trained again."
    })
final class RobustnessCommand implements Callable<Integer> {

  private static final int NUMBER = 12;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "RUN", description = "The run's folder; it is only read.")
  private Path run = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CANDIDATE",
      description =
          "A candidate's id, or official or sparse; default: the winner. Of its policies the"
              + " fittest trained with fresh seeds is tried, or the fittest.")
  private @Nullable String candidate;

  @Option(
      names = "--json",
      description = "JSON lines, one a model, then one that sums up; docs/cli.md has the schema.")
  private boolean json;

  RobustnessCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TaskException {
    try {
      RunRecord record = RunDirectory.read(run);
      Task task = Tasks.load(record.task());
      require(task, record.task());
      RunPolicies.Trained policy =
          RunPolicies.findComparable(run, task.identity(), Optional.ofNullable(candidate));
      int episodes = record.settings().training().evaluationEpisodes();
      if (!json) {
        head(task, policy, episodes);
      }
      RobustnessCard card =
          Robustness.measure(
                  task,
                  PolicyFile.read(policy.file()),
                  episodes,
                  Seeds.derive(record.settings().seed(), Robustness.PURPOSE, 0),
                  this::tried,
                  () -> false)
              .orElseThrow();
      sumUp(card, policy, episodes);
      return ExitCode.DONE.code();
    } catch (RunException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE, run + ": a policy cannot be read (" + e + "); check the disk.");
    }
  }

  private static void require(Task task, String name) {
    if (task.description().vary().none()) {
      boolean builtIn = Task.builtIn().contains(name);
      throw new CommandFailure(
          ExitCode.USAGE,
          "task '"
              + task.description().name()
              + "' has no 'vary', so there is no model to try; "
              + (builtIn
                  ? "run a task file of your own with a line such as 'vary: { body_mass: 0.8..1.2 }'."
                  : "add a line such as 'vary: { body_mass: 0.8..1.2 }' to "
                      + name
                      + "; the run stays valid."));
    }
  }

  private void head(Task task, RunPolicies.Trained policy, int episodes) {
    terminal.print(
        task.description().name()
            + ", "
            + policy.label()
            + ", training seed "
            + policy.seed()
            + ", "
            + episodes
            + " episodes a model");
    terminal.print(Text.right(task.description().fitness().maximize(), NUMBER) + "   model");
  }

  private void tried(Tried tried) {
    if (json) {
      ObjectNode node = Json.event("variant");
      node.setAll(RobustnessJson.write(tried));
      terminal.print(Json.line(node));
      return;
    }
    Score score = tried.score();
    terminal.print(
        Text.right(Text.number(score.value()), NUMBER)
            + "   "
            + tried.variant().text()
            + (score.requirementsMet() ? "" : "  (requirements missed)"));
  }

  private void sumUp(RobustnessCard card, RunPolicies.Trained policy, int episodes) {
    if (json) {
      ObjectNode node =
          Json.event("robustness")
              .put("run", run.toString())
              .put("candidate", policy.label())
              .put("seed", policy.seed())
              .put("episodes", episodes);
      node.setAll(RobustnessJson.write(card));
      terminal.print(Json.line(node));
      return;
    }
    terminal.print("");
    card.sentences().forEach(terminal::print);
  }
}
