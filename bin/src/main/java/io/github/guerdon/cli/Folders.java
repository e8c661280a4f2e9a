package io.github.guerdon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks output folders before any work begins. */
final class Folders {

  private Folders() {}

  /** Makes the folder if it is missing, and fails with a fix if it cannot be written. */
  static void writable(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".guerdon", ".probe"));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE,
          folder
              + ": cannot be written ("
              + e.getClass().getSimpleName()
              + "); give another folder with --out.");
    }
  }
}
