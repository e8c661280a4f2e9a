package io.github.guerdon.cli;

import java.io.PrintWriter;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line in a sentence, and where help is; all of the help would
 * push the sentence off the screen.
 */
final class UsageErrors implements IParameterExceptionHandler {

  private static final Pattern WHOLE = Pattern.compile(" is not an? (int|long)$");
  private static final Pattern REAL = Pattern.compile(" is not a (double|float)$");
  private static final Pattern JAVA = Pattern.compile("cannot convert ('.*') to \\w+ \\(.*\\)$");

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("guerdon: " + plain(Failures.text(failure)));
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.code();
  }

  /** Returns a message without the names of Java's types and exceptions. */
  private static String plain(String message) {
    String whole = WHOLE.matcher(message).replaceFirst(" is not a whole number");
    String real = REAL.matcher(whole).replaceFirst(" is not a number");
    return JAVA.matcher(real).replaceFirst("$1 is not a number");
  }
}
