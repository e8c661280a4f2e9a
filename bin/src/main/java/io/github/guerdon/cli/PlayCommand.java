package io.github.guerdon.cli;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.step.FilmSettings;
import io.github.guerdon.env.step.Filmstrip;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.search.RunPolicies;
import io.github.guerdon.mujoco.MissingLibraryException;
import io.github.guerdon.sandbox.ppo.PolicyRollout;
import io.github.guerdon.sandbox.record.PolicyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Films a stored policy. */
@Command(
    name = "play",
    description = {
      "Film a trained policy of a run: the winner's, a candidate's or a baseline's, without noise.",
      "Pictures need the library OSMesa (Debian, Ubuntu: apt-get install libosmesa6), but no display and no GPU."
    })
final class PlayCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "The run's folder; it is only read.")
  private Path run = Path.of("");

  @Option(
      names = "--candidate",
      paramLabel = "ID",
      description = "A candidate's id, or official or sparse; default: the winner.")
  private @Nullable String candidate;

  @Option(
      names = "--gif",
      defaultValue = "play.gif",
      paramLabel = "FILE",
      description = "Where the film goes; default: ${DEFAULT-VALUE}.")
  private Path gif = Path.of("play.gif");

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "N",
      description = "Seed of the episode; default: ${DEFAULT-VALUE}.")
  private long seed;

  PlayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TaskException {
    try {
      Task task = Tasks.load(RunDirectory.read(run).task());
      RunPolicies.Trained policy =
          RunPolicies.find(run, task.identity(), Optional.ofNullable(candidate)).get(0);
      Filmstrip film =
          PolicyRollout.record(
              task, PolicyFile.read(policy.file()), task.description().episode().steps(), seed);
      film.gif(gif, FilmSettings.standard());
      terminal.print(
          gif
              + ": "
              + policy.label()
              + ", training seed "
              + policy.seed()
              + ", "
              + film.steps()
              + " steps, "
              + Text.number(film.seconds())
              + " s");
      return ExitCode.DONE.code();
    } catch (RunException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e));
    } catch (MissingLibraryException e) {
      throw new CommandFailure(ExitCode.INFRASTRUCTURE, Failures.text(e));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE, gif + ": cannot be written (" + e + "); check --gif.");
    }
  }
}
