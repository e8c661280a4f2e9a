package io.github.guerdon.cli;

/** How a command ended, for scripts; the table stands in {@code docs/cli.md}. */
enum ExitCode {
  /** Done; the planned budget being used up counts as done. */
  DONE(0),
  /** A threshold was missed, a reward refused, or a search found no valid candidate. */
  REFUSED(1),
  /** Usage, a config file or an input file is wrong. */
  USAGE(2),
  /** Natives, an output folder or a process failed. */
  INFRASTRUCTURE(3),
  /** An explicit cap cut the plan short. */
  CAPPED(4),
  /** Interrupted; the run is kept. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
