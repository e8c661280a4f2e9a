package io.github.guerdon.cli;

import java.io.PrintWriter;
import java.util.Map;

/**
 * Where a command prints: results to standard output, talk to standard error, live rows only where
 * a person watches.
 */
final class Terminal {

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean live;

  Terminal(PrintWriter out, PrintWriter err, boolean live) {
    this.out = out;
    this.err = err;
    this.live = live;
  }

  /** Returns the process's own: live on a terminal, unless {@code CI} is set. */
  static Terminal of(
      PrintWriter out, PrintWriter err, Map<String, String> environment, boolean isTerminal) {
    return new Terminal(out, err, isTerminal && !environment.containsKey("CI"));
  }

  /** Prints a result line. */
  void print(String line) {
    out.println(line);
    out.flush();
  }

  /** Says something to the person at the shell. */
  void say(String line) {
    clearRow();
    err.println(line);
    err.flush();
  }

  /** Replaces the live row; nothing where nobody watches. */
  void row(String text) {
    if (live) {
      err.print("\r\033[K" + text);
      err.flush();
    }
  }

  /** Removes the live row. */
  void clearRow() {
    row("");
  }

  /** Returns whether a person watches. */
  boolean live() {
    return live;
  }
}
