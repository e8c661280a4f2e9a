package io.github.guerdon.generator.run;

import io.github.guerdon.generator.run.RunException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder for one process at a time; a file in it says which. */
public final class FolderLock implements AutoCloseable {

  private static final String FILE = "lock";

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes a folder, which exists; it is free again when this is closed or the process has ended.
   *
   * @param what it is, for the message to whoever comes second
   * @throws RunException if another process holds it
   */
  public static FolderLock hold(Path folder, String what) throws IOException, RunException {
    Path file = folder.resolve(FILE);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      String holder = Files.readString(file).strip();
      channel.close();
      throw new RunException(
          Kind.HELD,
          folder + ": process " + holder + " works on this " + what + "; wait for it or stop it");
    }
    channel.truncate(0);
    String holder = ProcessHandle.current().pid() + "\n";
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    return new FolderLock(folder, channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      // Held until the channel closes.
      FileLock taken = channel.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": its lock cannot be released", e);
    }
  }
}
