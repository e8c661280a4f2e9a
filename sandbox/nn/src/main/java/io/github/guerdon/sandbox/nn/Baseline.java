package io.github.guerdon.sandbox.nn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Knows the instructions that the kernel is compiled for; without them the process would die of a
 * signal.
 */
final class Baseline {
  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final List<String> NEEDED = List.of("avx2", "fma", "bmi2");

  private Baseline() {}

  /**
   * Throws {@link UnsatisfiedLinkError} on a CPU below the baseline; a system that does not say
   * passes.
   */
  static void require() {
    if (!Files.isReadable(CPU)) {
      return;
    }
    try {
      List<String> missing = missing(Files.readAllLines(CPU));
      if (!missing.isEmpty()) {
        throw new UnsatisfiedLinkError(
            "this CPU lacks "
                + missing
                + " but the kernel needs x86-64-v3: use a newer CPU, or tell the virtual machine to show its host's");
      }
    } catch (IOException e) {
      return; // Not readable after all.
    }
  }

  /** Lists the needed features that the first x86 processor does not show. */
  static List<String> missing(List<String> cpuinfo) {
    return cpuinfo.stream()
        .filter(line -> line.startsWith("flags"))
        .findFirst()
        .map(line -> List.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+")))
        .map(flags -> NEEDED.stream().filter(feature -> !flags.contains(feature)).toList())
        .orElse(List.of());
  }
}
