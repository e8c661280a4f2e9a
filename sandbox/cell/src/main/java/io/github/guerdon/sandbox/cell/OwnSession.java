package io.github.guerdon.sandbox.cell;

/**
 * Takes a child process out of the terminal's reach, so that Ctrl-C goes to the coordinator alone,
 * which ends its children in order.
 */
public final class OwnSession {

  private OwnSession() {}

  /**
   * Begins a session of the process's own; a process that leads its group already keeps the one it
   * has.
   */
  public static void begin() {
    if (ProcessHandle.current().pid() != LibC.getpgrp()) {
      LibC.setsid();
    }
  }
}
