package io.github.guerdon.sandbox.cell;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The system calls of one machine, by the kernel's names.
 *
 * @param machine as Java names it
 * @param architecture the kernel's audit number, which a filter must check first: numbers mean
 *     something else on another machine
 * @param free calls that a sealed cell may make with any arguments
 * @param guarded calls that the filter looks at more closely, or that put it in place
 */
record SyscallTable(
    String machine, int architecture, Map<String, Integer> free, Map<String, Integer> guarded) {

  SyscallTable {
    free = Map.copyOf(free);
    guarded = Map.copyOf(guarded);
  }

  /** Returns the table of the running machine, nothing if there is none. */
  static Optional<SyscallTable> find() {
    return find(System.getProperty("os.arch", ""));
  }

  static Optional<SyscallTable> find(String machine) {
    return switch (machine.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> Optional.of(X8664Syscalls.TABLE);
      case "aarch64", "arm64" -> Optional.of(Aarch64Syscalls.TABLE);
      default -> Optional.empty();
    };
  }

  /** Returns a guarded call's number. */
  int number(String name) {
    Integer number = guarded.get(name);
    if (number == null) {
      throw new IllegalArgumentException(name + " is not among " + guarded.keySet());
    }
    return number;
  }
}
