package io.github.guerdon.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Looks at this process's descendants. */
final class Processes {

  static final String TRAINER = "executor.TrainerMain";
  static final String CELL = "cell.CellMain";

  private Processes() {}

  /** Returns the living descendants that run a main class. */
  static List<ProcessHandle> running(ProcessHandle ancestor, String mainClass) {
    return ancestor
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(p -> runs(p, mainClass))
        .toList();
  }

  /** Not through the handle, which knows no command line beyond a page. */
  static boolean runs(ProcessHandle process, String mainClass) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
          .contains(mainClass);
    } catch (IOException gone) {
      return false;
    }
  }

  static List<ProcessHandle> running(String mainClass) {
    return running(ProcessHandle.current(), mainClass);
  }

  /** Waits until something is so, at most twenty seconds. */
  static boolean eventually(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(5);
    }
    return true;
  }
}
