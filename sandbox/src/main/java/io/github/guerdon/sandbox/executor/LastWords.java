package io.github.guerdon.sandbox.executor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the end of what a process says on its standard error, and lets the rest go. */
final class LastWords {

  private static final int KEPT = 2_000;

  private final StringBuilder text = new StringBuilder();
  private final Thread reader;

  private LastWords(InputStream stream) {
    reader = new Thread(() -> read(stream), "trainer-stderr");
    reader.setDaemon(true);
  }

  static LastWords of(InputStream stream) {
    LastWords words = new LastWords(stream);
    words.reader.start();
    return words;
  }

  private void read(InputStream stream) {
    byte[] buffer = new byte[4096];
    try (stream) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        synchronized (text) {
          text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
          text.delete(0, Math.max(0, text.length() - KEPT));
        }
      }
    } catch (IOException e) {
      synchronized (text) {
        text.append(" (").append(e.getMessage()).append(')');
      }
    }
  }

  /** Returns the last of it; after the process's end, all that it said last. */
  String text() {
    try {
      reader.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (text) {
      return text.toString().strip();
    }
  }
}
