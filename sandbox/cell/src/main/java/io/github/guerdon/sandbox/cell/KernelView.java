package io.github.guerdon.sandbox.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the kernel says of a cell's process, which the cell itself cannot forge. */
final class KernelView {

  private static final String FILTERED = "Seccomp:\t2";
  private static final String NO_NEW_PRIVILEGES = "NoNewPrivs:\t1";

  private KernelView() {}

  /**
   * Finds a thread of a process's innermost child without a filter of system calls.
   *
   * @return nothing if all threads are filtered
   */
  static Optional<String> unfiltered(long pid) throws IOException {
    ProcessHandle process =
        ProcessHandle.of(pid).orElseThrow(() -> new IOException("process " + pid + " has ended"));
    // A program that builds namespaces stands around the JVM: its descendants, outermost first.
    ProcessHandle innermost = process;
    for (Optional<ProcessHandle> child = innermost.children().findFirst();
        child.isPresent();
        child = innermost.children().findFirst()) {
      innermost = child.get();
    }
    Path tasks = Path.of("/proc", Long.toString(innermost.pid()), "task");
    List<Path> threads;
    try (Stream<Path> files = Files.list(tasks)) {
      threads = files.toList();
    }
    for (Path thread : threads) {
      String status;
      try {
        status = Files.readString(thread.resolve("status"));
      } catch (NoSuchFileException ended) {
        continue;
      }
      if (!status.contains(FILTERED) || !status.contains(NO_NEW_PRIVILEGES)) {
        return Optional.of("thread " + thread.getFileName() + " is not filtered");
      }
    }
    return threads.isEmpty() ? Optional.of("it has no threads") : Optional.empty();
  }
}
