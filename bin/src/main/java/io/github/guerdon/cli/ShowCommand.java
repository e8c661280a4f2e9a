package io.github.guerdon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a run found. */
@Command(
    name = "show",
    description = "Show a run's summary, or one of its candidates with its verdict and analysis.")
final class ShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "The run's folder.")
  private Path run = Path.of("");

  @Option(
      names = "--candidate",
      paramLabel = "ID",
      description = "Show this candidate's code and analysis.")
  private @Nullable String candidate;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!Files.isReadable(run.resolve("run.json"))) {
      throw new CommandFailure(
          ExitCode.USAGE,
          run + ": is no run (no run.json in it); give a folder that 'guerdon search' made.");
    }
    if (candidate != null) {
      Path folder = run.resolve("candidates").resolve(candidate).normalize();
      if (!folder.startsWith(run.resolve("candidates").normalize()) || !Files.isDirectory(folder)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            run + ": has no candidate '" + candidate + "'; its summary lists them.");
      }
      print(folder.resolve("Reward.java"));
      print(folder.resolve("analysis.txt"));
      print(folder.resolve("verdict.json"));
    } else if (Files.isReadable(run.resolve("summary.md"))) {
      print(run.resolve("summary.md"));
    } else {
      terminal.print(run + ": not finished; go on with 'guerdon search --resume " + run + "'.");
    }
    return ExitCode.DONE.code();
  }

  private void print(Path file) {
    if (!Files.isReadable(file)) {
      return;
    }
    try {
      terminal.print(Files.readString(file).stripTrailing());
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.INFRASTRUCTURE, file + ": cannot be read (" + e + ").");
    }
  }
}
