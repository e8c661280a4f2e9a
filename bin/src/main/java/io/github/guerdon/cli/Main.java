package io.github.guerdon.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

/** The program: {@code guerdon COMMAND}. */
public final class Main {

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    boolean isTerminal = Boolean.getBoolean("guerdon.terminal");
    System.exit(run(arguments, out, err, System.getenv(), isTerminal));
  }

  /** Runs one command and returns its exit code. */
  static int run(
      String[] arguments,
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      boolean isTerminal) {
    Terminal terminal = Terminal.of(out, err, environment, isTerminal);
    Guerdon top = new Guerdon();
    return commandLine(top, terminal, environment).setOut(out).setErr(err).execute(arguments);
  }

  /** Returns the commands, ready to parse and to run. */
  static CommandLine commandLine(Guerdon top, Terminal terminal, Map<String, String> environment) {
    return new CommandLine(top, new CommandFactory(terminal, new Keys(environment)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new UsageErrors())
        .setExitCodeExceptionMapper(e -> Failures.exit(e).code())
        .setExecutionExceptionHandler(
            (failure, command, result) -> {
              Failures.explain(failure, terminal, top.trace);
              return Failures.exit(failure).code();
            });
  }
}
