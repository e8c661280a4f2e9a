package io.github.guerdon.critic.reviewer;

import io.github.guerdon.critic.source.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Drains a child's standard error and keeps its end in a ring. */
final class LastWords {

  private static final int KEPT = 4096;
  private static final Duration DRAINED_WITHIN = Duration.ofMillis(300);

  private final InputStream stream;
  private final byte[] ring = new byte[KEPT];
  private final Thread thread;
  private long total;

  LastWords(InputStream stream) {
    this.stream = stream;
    thread = new Thread(this::drain, "reviewer-stderr");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the end of what was said on one printable line; all of it once the child has ended. */
  String text() throws InterruptedException {
    thread.join(DRAINED_WITHIN.toMillis());
    synchronized (ring) {
      int size = (int) Math.min(total, KEPT);
      byte[] text = new byte[size];
      for (int i = 0; i < size; i++) {
        text[i] = ring[(int) ((total - size + i) % KEPT)];
      }
      return Quote.plain(new String(text, StandardCharsets.UTF_8).strip(), KEPT);
    }
  }

  private void drain() {
    byte[] chunk = new byte[KEPT];
    try (stream) {
      for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
        keep(chunk, read);
      }
    } catch (IOException closed) {
      // The child is gone, and with it what it might have said.
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
