package io.github.guerdon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Checks output folders before any work begins, and removes temporary ones. */
final class Folders {

  private Folders() {}

  /** Makes the folder if it is missing, and fails with a fix if it cannot be written. */
  static void writable(Path folder) {
    writable(folder, "--out");
  }

  /** Does the same for the folder that another option names. */
  static void writable(Path folder, String option) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".guerdon", ".probe"));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE,
          folder
              + ": cannot be written ("
              + e.getClass().getSimpleName()
              + "); give another folder with "
              + option
              + ".");
    }
  }

  /** Deletes a folder and all in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
