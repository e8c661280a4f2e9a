package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.critic.report.Sarif;
import io.github.guerdon.critic.reviewer.ReviewerProcess;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.training.ProbeResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Also write the findings as SARIF 2.1.0, which code hosts and editors show.")
  private @Nullable Path sarif;

  @Mixin private SandboxOptions sealing = new SandboxOptions();

  @Option(names = "--json", description = "One JSON object a file.")
  private boolean json;

  ReviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  private record Review(
      Path file, Verdict verdict, String outcome, List<String> terms, List<Finding> findings) {}

  @Override
  public Integer call() throws TaskException {
    Task task = Tasks.load(taskName);
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new CommandFailure(
            ExitCode.USAGE, file + ": cannot be read; give the path of a reward's file.");
      }
    }
    boolean allAccepted = true;
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    try (ReviewerProcess reviewer = ReviewerProcess.start();
        Sandbox sandbox = sealing.open(s -> s.withTrainers(1))) {
      for (Path file : files) {
        Review review = review(file, reviewer, task, sandbox);
        allAccepted &= review.outcome().equals("ACCEPT");
        print(review);
        verdicts.put(uri(file), review.verdict());
      }
    }
    if (sarif != null) {
      write(sarif, verdicts);
    }
    return (allAccepted ? ExitCode.DONE : ExitCode.REFUSED).code();
  }

  private static Review review(Path file, ReviewerProcess reviewer, Task task, Sandbox sandbox) {
    Verdict verdict = reviewer.review(Rewards.source(file), task.vocabulary());
    if (verdict instanceof Verdict.Rejected rejected) {
      return new Review(file, rejected, rejected.reason().name(), List.of(), rejected.findings());
    }
    Verdict.Accepted accepted = (Verdict.Accepted) verdict;
    List<String> terms = accepted.reward().program().terms();
    ProbeResult probe = sandbox.probe(task, accepted.reward().program());
    return probe.match(
        passed -> new Review(file, accepted, "ACCEPT", terms, accepted.warnings()),
        failed -> {
          Finding finding = new Finding(failed.outcome(), 0, 0, failed.message());
          return new Review(
              file,
              new Verdict.Rejected(Verdict.Reason.STATIC_REJECT, List.of(finding)),
              failed.outcome(),
              terms,
              List.of(finding));
        });
  }

  /** Returns a file's address, relative to where the command runs if it is below. */
  private static String uri(Path file) {
    URI here = Path.of("").toAbsolutePath().toUri();
    return here.relativize(file.toAbsolutePath().normalize().toUri()).toString();
  }

  private static void write(Path file, Map<String, Verdict> verdicts) {
    try {
      Files.writeString(file, Sarif.write(verdicts));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE, file + ": cannot be written (" + e + "); check --sarif.");
    }
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
      terminal.print("  " + finding.text());
    }
  }
}
