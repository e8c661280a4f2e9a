package io.github.guerdon.sandbox.cell;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A cell's operating-system side: the process, its pipes and its end. */
final class CellProcess implements AutoCloseable {

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(1);

  private final Process process;
  private final Optional<ProcessHandle> handle;
  private final FileChannel toCell;
  private final FileInputStream fromCell;
  private final StderrTail stderr;

  /**
   * Takes over a process. On a thread without a Landlock domain: there the JDK cannot tell when a
   * process was started, and later refuses to kill it.
   */
  CellProcess(Started started) {
    process = started.process();
    toCell = started.toCell();
    fromCell = started.fromCell();
    handle = ProcessHandle.of(process.pid());
    stderr = new StderrTail(process.getErrorStream(), process.pid());
  }

  /** A process that has just been started, and this side's ends of its pipes. */
  record Started(Process process, FileChannel toCell, FileInputStream fromCell) {}

  /**
   * Starts a process with an empty environment and pipes for its standard streams. The process dies
   * with the calling thread.
   */
  static Started start(List<String> command) throws IOException {
    try (Pipe down = new Pipe();
        Pipe up = new Pipe()) {
      FileChannel toCell = FileChannel.open(down.writeEnd().toPath(), StandardOpenOption.WRITE);
      FileInputStream fromCell = new FileInputStream(up.readEnd());
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectInput(down.readEnd())
                .redirectOutput(up.writeEnd());
        builder.environment().clear();
        return new Started(builder.start(), toCell, fromCell);
      } catch (IOException e) {
        toCell.close();
        fromCell.close();
        throw e;
      }
    }
  }

  Link link(long nonce) {
    return Link.asking(fromCell.getChannel(), toCell, () -> fromCell.available() > 0, nonce);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Ends the process from any thread, and with it every wait for its answer. */
  void kill() {
    handle.ifPresent(ProcessHandle::destroyForcibly);
    try {
      // Not left to the end of the file: what else holds the pipe could keep the reader waiting.
      toCell.close();
      fromCell.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the pipes of cell " + pid() + " cannot be closed", e);
    }
  }

  /** Returns the exit code of a cell that is about to end by itself, nothing if it does not. */
  OptionalInt exitCode() {
    return await(ENDS_WITHIN) ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
  }

  /** Returns the end of what the ended cell wrote to standard error. */
  String lastWords() {
    try {
      return stderr.text();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Kills and reaps the process. */
  @Override
  public void close() {
    kill();
    await(ENDS_WITHIN);
    lastWords();
  }

  /** Waits through interrupts, for a killed process is always quick. */
  private boolean await(Duration atMost) {
    boolean interrupted = Thread.interrupted();
    try {
      long end = System.nanoTime() + atMost.toNanos();
      while (true) {
        try {
          return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
