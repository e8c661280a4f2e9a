package io.github.guerdon.sandbox.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks at this process's descendants and descriptors. */
final class Family {

  private Family() {}

  /** Returns the living processes of cells, those that build namespaces around them included. */
  static List<ProcessHandle> cells() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(Family::isCell)
        .toList();
  }

  static int openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.toList().size();
    }
  }

  /** Not through the handle, which knows no command line beyond a page. */
  private static boolean isCell(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
          .contains(CellMain.class.getName());
    } catch (IOException gone) {
      return false;
    }
  }
}
