package io.github.guerdon.sandbox.cell;

import java.io.File;
import java.nio.file.Path;

/**
 * A pipe whose ends can be opened as files of this process; {@link #close} lets go of the pipe, the
 * ends that were opened stay.
 *
 * <p>A process's own streams would copy through two buffers and cannot be closed under a blocked
 * reader, so that a deadline would depend on the child's grace.
 */
final class Pipe implements AutoCloseable {

  private final int[] ends = new int[2];

  Pipe() {
    LibC.pipe2(ends, LibC.O_CLOEXEC);
  }

  File readEnd() {
    return path(ends[0]).toFile();
  }

  File writeEnd() {
    return path(ends[1]).toFile();
  }

  @Override
  public void close() {
    LibC.close(ends[0]);
    LibC.close(ends[1]);
  }

  private static Path path(int descriptor) {
    return Path.of("/proc/self/fd", Integer.toString(descriptor));
  }
}
