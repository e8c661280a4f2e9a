package io.github.guerdon.cli;

import io.github.guerdon.env.file.TaskException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine.ParameterException;

/**
 * Turns what a command threw into an exit code and a sentence; the one place outside child
 * processes that sees any exception.
 */
final class Failures {

  private Failures() {}

  static ExitCode exit(Throwable failure) {
    if (failure instanceof CommandFailure known) {
      return known.exit();
    }
    return failure instanceof TaskException || failure instanceof ParameterException
        ? ExitCode.USAGE
        : ExitCode.INFRASTRUCTURE;
  }

  /** Returns what a failure says, or its name where it says nothing. */
  static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  static void explain(Throwable failure, Terminal terminal, boolean trace) {
    boolean silent = failure.getMessage() == null;
    terminal.say(
        "guerdon: "
            + text(failure)
            + (silent ? "; run again with --trace and report what it prints." : ""));
    if (trace) {
      StringWriter text = new StringWriter();
      failure.printStackTrace(new PrintWriter(text));
      terminal.say(text.toString().stripTrailing());
    }
  }
}
