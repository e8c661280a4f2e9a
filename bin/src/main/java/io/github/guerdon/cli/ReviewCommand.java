package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskException;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.SandboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what the critic thinks of rewards. */
@Command(
    name = "review",
    description = {
      "Check, compile and probe rewards without training them.",
      "A .java file is taken as source, any other file as a designer's answer to extract the source from. Exit code 1 if any is refused."
    })
final class ReviewCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Rewards or answers.")
  private List<Path> files = List.of();

  @Option(
      names = "--task",
      defaultValue = Tasks.DEFAULT,
      paramLabel = "TASK",
      description = Tasks.PARAMETER,
      completionCandidates = Tasks.Names.class)
  private String taskName = Tasks.DEFAULT;

  @Option(names = "--json", description = "One JSON object a file.")
  private boolean json;

  ReviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  private record Review(Path file, String outcome, List<String> terms, List<Finding> findings) {}

  @Override
  public Integer call() throws TaskException {
    Task task = Tasks.load(taskName);
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new CommandFailure(
            ExitCode.USAGE, file + ": cannot be read; give the path of a reward's file.");
      }
    }
    Critic critic = new Critic();
    boolean allAccepted = true;
    try (Sandbox sandbox = Sandbox.open(SandboxSettings.defaults().withTrainers(1))) {
      for (Path file : files) {
        Review review = review(file, critic, task, sandbox);
        allAccepted &= review.outcome().equals("ACCEPT");
        print(review);
      }
    }
    return (allAccepted ? ExitCode.DONE : ExitCode.REFUSED).code();
  }

  private static Review review(Path file, Critic critic, Task task, Sandbox sandbox) {
    Verdict verdict = critic.review(Rewards.source(file), task.vocabulary());
    if (verdict instanceof Verdict.Rejected rejected) {
      return new Review(file, rejected.reason().name(), List.of(), rejected.findings());
    }
    Verdict.Accepted accepted = (Verdict.Accepted) verdict;
    List<String> terms = accepted.reward().program().terms();
    ProbeResult probe = sandbox.probe(task, accepted.reward().program());
    return probe.match(
        passed -> new Review(file, "ACCEPT", terms, accepted.warnings()),
        failed ->
            new Review(
                file,
                failed.outcome(),
                terms,
                List.of(new Finding(failed.outcome(), 0, 0, failed.message()))));
  }

  private void print(Review review) {
    if (json) {
      ObjectNode node =
          Json.object().put("file", review.file().toString()).put("outcome", review.outcome());
      ArrayNode terms = node.putArray("terms");
      review.terms().forEach(terms::add);
      ArrayNode findings = node.putArray("findings");
      for (Finding finding : review.findings()) {
        findings
            .addObject()
            .put("rule", finding.rule())
            .put("line", finding.line())
            .put("column", finding.column())
            .put("message", finding.message());
      }
      terminal.print(Json.line(node));
      return;
    }
    terminal.print(
        review.file()
            + ": "
            + review.outcome()
            + (review.terms().isEmpty() ? "" : " (" + String.join(", ", review.terms()) + ")"));
    for (Finding finding : review.findings()) {
      terminal.print("  " + Rewards.sentence(finding));
    }
  }
}
