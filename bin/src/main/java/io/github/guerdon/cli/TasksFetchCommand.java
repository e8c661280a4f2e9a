package io.github.guerdon.cli;

import io.github.guerdon.env.model.WheelName;
import io.github.guerdon.env.model.Wheels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a wheel whose models tasks name. */
@Command(
    name = "fetch",
    description = {
      "Fetch a Python wheel with models, once, so that tasks can name them as wheel:NAME==VERSION/FILE.",
      "Only models, their meshes and textures, and licences are kept; nothing of it runs."
    })
final class TasksFetchCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "NAME==VERSION", description = "The wheel, such as dm_control==1.0.50.")
  private String requirement = "";

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Take it from this file instead of the network.")
  private @Nullable Path from;

  @Spec private CommandSpec spec;

  TasksFetchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    WheelName wheel =
        WheelName.parse(requirement)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "'"
                            + requirement
                            + "' is no wheel; give NAME==VERSION, such as dm_control==1.0.50."));
    try {
      Wheels.Installed installed =
          from == null ? new WheelDownload().download(wheel) : Wheels.install(from, wheel);
      terminal.print(wheel + " is in " + installed.folder() + ", sha256:" + installed.sha256());
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE,
          "wheel "
              + wheel
              + ": "
              + Failures.text(e).strip()
              + "; check the name, the network and that python3 has pip, or give --from FILE.");
    }
    return ExitCode.DONE.code();
  }
}
