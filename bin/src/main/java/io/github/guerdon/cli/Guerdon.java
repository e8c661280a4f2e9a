package io.github.guerdon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The top command. */
@Command(
    name = "guerdon",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    description = {
      "Searches for reward code: writes rewards in Java, checks them, trains policies with them in"
          + " MuJoCo, and refines the best.",
      ""
    },
    footer = {
      "",
      "Start with: guerdon search             (the cart-pole, built-in designer, a few minutes)",
      "Then:       guerdon tasks show TASK    (what a reward can read)",
      "            guerdon review FILE --task TASK",
      "",
      "Exit codes: 0 done, 1 refused or threshold missed, 2 usage or input, 3 infrastructure, 4"
          + " capped, 130 interrupted."
    },
    subcommands = {
      SearchCommand.class,
      BatchCommand.class,
      TuneCommand.class,
      TrainCommand.class,
      ReviewCommand.class,
      TasksCommand.class,
      ShowCommand.class,
      CompareCommand.class,
      ExportCommand.class,
      ReplayCommand.class,
      PlayCommand.class,
      RobustnessCommand.class,
      AskCommand.class,
      BenchCommand.class,
      CleanCommand.class,
      DoctorCommand.class
    })
final class Guerdon implements Runnable {

  @Option(
      names = "--trace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  boolean trace;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; try 'guerdon search' or 'guerdon --help'.");
  }
}
