package io.github.guerdon.cli;

import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.reviewer.ReviewerProcess;
import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads and compiles the rewards that a user names. */
final class Rewards {

  private Rewards() {}

  /** Compiles a file, or the baseline of that name. */
  static CompiledReward compile(String fileOrBaseline, Task task) {
    RewardSource source =
        task.baseline(fileOrBaseline)
            .map(RewardSource::of)
            .orElseGet(() -> read(fileOrBaseline, task));
    Verdict verdict = review(source, task);
    if (verdict instanceof Verdict.Rejected rejected) {
      String findings =
          rejected.findings().stream().map(f -> "\n  " + f.text()).collect(Collectors.joining());
      throw new CommandFailure(
          ExitCode.REFUSED, fileOrBaseline + " is refused (" + rejected.reason() + "):" + findings);
    }
    return ((Verdict.Accepted) verdict).reward();
  }

  private static Verdict review(RewardSource source, Task task) {
    try (ReviewerProcess reviewer = ReviewerProcess.start()) {
      return reviewer.review(source, task.vocabulary());
    }
  }

  private static RewardSource read(String name, Task task) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          task.description().baselines().isEmpty()
              ? name
                  + ": no such reward file, and the task has no rewards of its own; name a file with"
                  + " --reward."
              : name
                  + ": no such reward file; give a file or one of "
                  + String.join(", ", task.description().baselines().keySet())
                  + ".");
    }
    return source(file);
  }

  /**
   * Reads a file: {@code .java} is source, anything else a designer's answer to extract it from.
   */
  static RewardSource source(Path file) {
    try {
      byte[] text = Files.readAllBytes(file);
      return file.toString().endsWith(".java")
          ? RewardSource.java(text)
          : RewardSource.answer(text);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.USAGE, file + ": cannot be read (" + e + "); check its permissions.");
    }
  }
}
