package io.github.guerdon.sandbox.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ends processes that lost their parent before they could ask to die with it: bubblewrap's inner
 * half, should the outer one be killed while both still set up namespaces, waits for it for ever.
 */
final class Orphans {

  private Orphans() {}

  /** Ends orphans that a launcher with this folder has started; only they name it. */
  static void end(Path folder) {
    ProcessHandle.allProcesses()
        .filter(process -> names(process, folder))
        .filter(process -> process.parent().map(parent -> !names(parent, folder)).orElse(true))
        .filter(process -> process.parent().map(Orphans::isNoLauncher).orElse(true))
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** A launcher's own child is its business. */
  private static boolean isNoLauncher(ProcessHandle parent) {
    return !parent.equals(ProcessHandle.current());
  }

  private static boolean names(ProcessHandle process, Path folder) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
          .contains(folder + "/");
    } catch (IOException gone) {
      return false;
    }
  }
}
