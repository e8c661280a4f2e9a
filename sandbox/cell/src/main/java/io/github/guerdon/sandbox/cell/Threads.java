package io.github.guerdon.sandbox.cell;

import java.util.concurrent.ThreadFactory;

/** Makes threads that do not keep the process alive. */
final class Threads {

  private Threads() {}

  static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
