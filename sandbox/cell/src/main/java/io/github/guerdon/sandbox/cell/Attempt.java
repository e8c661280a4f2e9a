package io.github.guerdon.sandbox.cell;

/** What a cell tries to do, with nobody's code in it, to prove that it cannot. */
enum Attempt {
  READ_FILE("read a file"),
  READ_ENVIRONMENT("read another process's environment"),
  CONNECT_TCP("connect to a port"),
  SIGNAL_PARENT("signal the parent"),
  SEND_UDP("send a datagram"),
  EXECUTE("run a program"),
  FORK("start a process");

  private final String words;

  Attempt(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
