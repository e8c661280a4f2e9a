package io.github.guerdon.sandbox.cell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Drains a cell's standard error and keeps its end, for failures. */
final class StderrTail {

  private static final int KEPT = 4096;
  private static final Duration DRAINED_WITHIN = Duration.ofMillis(300);

  private final InputStream stream;
  private final byte[] ring = new byte[KEPT];
  private final Thread thread;
  private long total;

  StderrTail(InputStream stream, long pid) {
    this.stream = stream;
    thread = new Thread(this::drain, "cell-" + pid + "-stderr");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the end of what the cell said, all of it once the cell has ended. */
  String text() throws InterruptedException {
    thread.join(DRAINED_WITHIN.toMillis());
    synchronized (ring) {
      int size = (int) Math.min(total, KEPT);
      byte[] text = new byte[size];
      for (int i = 0; i < size; i++) {
        text[i] = ring[(int) ((total - size + i) % KEPT)];
      }
      return new String(text, StandardCharsets.UTF_8).strip();
    }
  }

  private void drain() {
    byte[] chunk = new byte[KEPT];
    try (stream) {
      for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
        keep(chunk, read);
      }
    } catch (IOException closed) {
      // The cell is gone, and with it what it might have said.
    }
  }

  private void keep(byte[] chunk, int length) {
    synchronized (ring) {
      for (int i = 0; i < length; i++) {
        ring[(int) (total++ % KEPT)] = chunk[i];
      }
    }
  }
}
