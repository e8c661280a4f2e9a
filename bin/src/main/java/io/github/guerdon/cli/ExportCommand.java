package io.github.guerdon.cli;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.generator.report.RunOverview;
import io.github.guerdon.generator.report.SearchResult.Measured;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.search.RunPolicies;
import io.github.guerdon.sandbox.ppo.Policy;
import io.github.guerdon.sandbox.record.PolicyFile;
import io.github.guerdon.sandbox.record.PolicyGuide;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a run found for use without this program. */
@Command(
    name = "export",
    description = {
      "Write a run's winner for use elsewhere: its Java, which says where it comes from and"
          + " compiles with the written guerdon-reward.jar alone,",
      "and its fittest policy as policy.safetensors with policy.json, which says how an observation"
          + " becomes controls."
    })
final class ExportCommand implements Callable<Integer> {

  static final String POLICY = "policy.safetensors";
  static final String GUIDE = "policy.json";

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "The run's folder; it is only read.")
  private Path run = Path.of("");

  @Option(
      names = "--candidate",
      paramLabel = "ID",
      description = "A candidate's id, or official or sparse; default: the winner.")
  private @Nullable String candidate;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to write, new or empty; default: export-RUN.")
  private @Nullable Path out;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TaskException {
    try {
      RunOverview overview = RunOverview.read(run);
      Task task = Tasks.load(overview.record().task());
      String label =
          Optional.ofNullable(candidate)
              .or(() -> overview.winner().map(Measured::id))
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          ExitCode.USAGE,
                          run
                              + ": has no winner yet; go on with 'guerdon search --resume "
                              + run
                              + "', or name a candidate."));
      // The fittest first, and whoever trained it is told in the file.
      RunPolicies.Trained policy =
          RunPolicies.find(run, task.identity(), Optional.of(label)).get(0);
      CompiledReward reward = Rewards.compile(source(task, label), task);
      Path folder = folder();
      Policy read = PolicyFile.read(policy.file());
      Files.copy(policy.file(), folder.resolve(POLICY), StandardCopyOption.REPLACE_EXISTING);
      write(folder.resolve(GUIDE), PolicyGuide.of(task, read));
      ExportedReward java = new ExportedReward(overview, task, label, policy, reward.source());
      write(folder.resolve(java.fileName()), java.text());
      RewardApi.write(folder.resolve(RewardApi.JAR));
      terminal.print(
          folder
              + ": "
              + label
              + " as "
              + java.fileName()
              + " (compile with -cp "
              + RewardApi.JAR
              + "), its policy of training seed "
              + policy.seed()
              + " as "
              + POLICY
              + " and "
              + GUIDE);
      return ExitCode.DONE.code();
    } catch (RunException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE, "the export cannot be written (" + e + "); check --out.");
    }
  }

  /** Names a baseline, or the file of a candidate, which is reviewed again like any other. */
  private String source(Task task, String label) {
    return task.baseline(label).isPresent()
        ? label
        : run.resolve("candidates").resolve(label).resolve("Reward.java").toString();
  }

  private Path folder() throws IOException {
    Path folder =
        out == null ? Path.of("export-" + run.toAbsolutePath().normalize().getFileName()) : out;
    Folders.writable(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new CommandFailure(
            ExitCode.USAGE, folder + ": is not empty; name another folder with --out.");
      }
    }
    return folder;
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
