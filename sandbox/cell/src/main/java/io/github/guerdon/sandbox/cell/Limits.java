package io.github.guerdon.sandbox.cell;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The limits that a cell puts on itself before it accepts a candidate.
 *
 * @param parent process id of the parent, as the cell sees it, with which the cell dies
 * @param dataBytes private writable memory of the whole process, in bytes
 * @param cpuSeconds processor time, in s
 */
record Limits(long parent, long dataBytes, long cpuSeconds) {

  private static final long OPEN_FILES = 64;

  void write(DataOutput out) throws IOException {
    out.writeLong(parent);
    out.writeLong(dataBytes);
    out.writeLong(cpuSeconds);
  }

  static Limits read(DataInput in) throws IOException {
    return new Limits(in.readLong(), in.readLong(), in.readLong());
  }

  /**
   * Applies the limits to this process and proves them.
   *
   * @return one phrase for each thing proven
   * @throws IOException if one does not hold; such a cell must not get a candidate
   */
  List<String> apply() throws IOException {
    List<String> proven = new ArrayList<>();
    OwnSession.begin();
    dieWithParent();
    proven.add("dies with parent");
    LibC.prctl(LibC.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    require(LibC.prctl(LibC.PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1, "privileges can be gained");
    proven.add("no new privileges");
    Map<String, String> environment = System.getenv();
    // Bubblewrap leaves the folder that it has changed to, and nothing else.
    require(
        environment.isEmpty() || environment.equals(Map.of("PWD", "/")),
        "the environment holds " + environment.keySet());
    proven.add("empty environment");
    limit(LibC.RLIMIT_CORE, 0);
    limit(LibC.RLIMIT_NOFILE, OPEN_FILES);
    limit(LibC.RLIMIT_DATA, dataBytes);
    limit(LibC.RLIMIT_CPU, cpuSeconds);
    limit(LibC.RLIMIT_FSIZE, 0);
    proven.add(
        "memory %d MiB, cpu %d s, %d files".formatted(dataBytes >> 20, cpuSeconds, OPEN_FILES));
    require(!canWrite(), "a file can be written");
    proven.add("no file can be written");
    return proven;
  }

  private void dieWithParent() throws IOException {
    LibC.prctl(LibC.PR_SET_PDEATHSIG, LibC.SIGKILL, 0, 0, 0);
    // The parent may have died before the request: then there will be no signal.
    require(LibC.getppid() == parent, "the parent is not process " + parent);
  }

  private static void limit(int resource, long value) throws IOException {
    LibC.setrlimit(resource, new long[] {value, value});
    long[] now = new long[2];
    LibC.getrlimit(resource, now);
    require(now[0] == value && now[1] == value, "limit " + resource + " is " + now[0]);
  }

  /** Tries it for real, in the one folder where everybody may write. */
  private boolean canWrite() {
    Path file =
        Path.of(
            System.getProperty("java.io.tmpdir"), "guerdon-cell-" + ProcessHandle.current().pid());
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      return channel.write(ByteBuffer.allocateDirect(1)) > 0;
    } catch (IOException refused) {
      return false;
    }
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException("the cell's limits do not hold: " + otherwise);
    }
  }
}
