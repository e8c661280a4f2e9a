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
    List<Path> threads =
        threads(innermost(pid).orElseThrow(() -> new IOException("process " + pid + " has ended")));
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

  /**
   * Returns what a process's innermost child has had of the processors; nothing if it has ended or
   * the kernel does not keep account.
   */
  static ProcessorTime processorTime(long pid) {
    Optional<ProcessHandle> process = innermost(pid);
    if (process.isEmpty()) {
      return ProcessorTime.NONE;
    }
    try {
      ProcessorTime sum = ProcessorTime.NONE;
      for (Path thread : threads(process.get())) {
        sum = sum.plus(schedulerAccount(thread));
      }
      return sum;
    } catch (IOException ended) {
      return ProcessorTime.NONE;
    }
  }

  /** Reads what a thread has had; nothing if it has ended, as threads of a JVM do at any time. */
  private static ProcessorTime schedulerAccount(Path thread) throws IOException {
    try {
      String[] fields = Files.readString(thread.resolve("schedstat")).split("\\s+", -1);
      return new ProcessorTime(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
    } catch (NoSuchFileException endedOrNotKept) {
      return ProcessorTime.NONE;
    }
  }

  private static List<Path> threads(ProcessHandle process) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
      return files.toList();
    }
  }

  /** A program that builds namespaces stands around the JVM: its descendants, outermost first. */
  private static Optional<ProcessHandle> innermost(long pid) {
    Optional<ProcessHandle> innermost = ProcessHandle.of(pid);
    for (Optional<ProcessHandle> child = innermost;
        child.isPresent();
        child = child.get().children().findFirst()) {
      innermost = child;
    }
    return innermost;
  }
}
