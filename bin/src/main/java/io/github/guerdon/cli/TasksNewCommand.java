package io.github.guerdon.cli;

import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.sketch.NewTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a working task for a model. */
@Command(
    name = "new",
    description = {
      "Write a commented, working task for any MJCF model, and two rewards to compare with.",
      "It observes, starts, acts and ends as suits the model's joints, limits, actuators and floor; what it asks for is a guess, marked TODO.",
      "No file that exists is overwritten without --force."
    })
final class TasksNewCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "MODEL",
      description = "An MJCF file, or wheel:NAME==VERSION/FILE, menagerie:FILE or gymnasium:FILE.")
  private String model = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The task's name and its files'; default: the model's.")
  private @Nullable String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Its folder; a model file outside is copied into it. Default: the model's own folder, or ./NAME for a model of a wheel or checkout.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace files that exist.")
  private boolean force;

  TasksNewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws TaskException {
    NewTask.Written written;
    try {
      written =
          NewTask.write(
              new NewTask.Request(
                  model, Optional.ofNullable(name), Optional.ofNullable(out), force),
              new WheelDownload());
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE,
          "the task cannot be written (" + e + "); give another folder with --out.");
    }
    written.files().forEach(file -> terminal.print("wrote " + file));
    written.notes().forEach(note -> terminal.print("note: " + note));
    terminal.print("next: guerdon tasks check " + written.task());
    terminal.print("      guerdon train " + written.task());
    return ExitCode.DONE.code();
  }
}
