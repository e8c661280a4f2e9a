package io.github.guerdon.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Tells how far a long run of kills is: on a terminal all the time, else now and then. */
final class KillProgress implements IntConsumer {

  private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Terminal terminal;
  private final String what;
  private final int wanted;
  private final long begun = System.nanoTime();
  private long told = begun;

  KillProgress(Terminal terminal, String what, int wanted) {
    this.terminal = terminal;
    this.what = what;
    this.wanted = wanted;
  }

  @Override
  public synchronized void accept(int kills) {
    long now = System.nanoTime();
    String line = line(kills, (now - begun) / 1e9);
    if (kills == wanted || (!terminal.live() && now - told >= LINE_NANOS)) {
      told = now;
      terminal.say(line);
    } else {
      terminal.row(line);
    }
  }

  private String line(int kills, double seconds) {
    double rate = kills / Math.max(seconds, 1e-3);
    return String.format(
        Locale.ROOT,
        "%s: %d of %d kills, %.1f a second, %s",
        what,
        kills,
        wanted,
        rate,
        kills == wanted
            ? String.format(Locale.ROOT, "in %.0f s", seconds)
            : String.format(Locale.ROOT, "about %.0f s left", (wanted - kills) / rate));
  }
}
