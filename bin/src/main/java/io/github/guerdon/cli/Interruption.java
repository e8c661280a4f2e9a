package io.github.guerdon.cli;

import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.search.Cancellation;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and a polite kill into a clean stop: the search is asked to end, and the process
 * waits until it has.
 */
final class Interruption implements AutoCloseable {

  /** Stands for no limit of time. */
  static final long FOREVER = Caps.NONE;

  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Cancellation cancellation = new Cancellation();
  private final Thread hook;
  private final Timer clock = new Timer("time cap", true);

  private Interruption() {
    hook =
        new Thread(
            () -> {
              cancellation.cancel();
              try {
                done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "interruption");
  }

  /**
   * Begins to listen.
   *
   * @param seconds when the search is to be stopped for want of time; {@link #FOREVER} for none
   */
  static Interruption listen(long seconds) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    if (seconds != FOREVER) {
      TimerTask end =
          new TimerTask() {
            @Override
            public void run() {
              interruption.cancellation.expire();
            }
          };
      interruption.clock.schedule(end, TimeUnit.SECONDS.toMillis(seconds));
    }
    return interruption;
  }

  /** Returns what a search asks whether it should stop. */
  Cancellation cancellation() {
    return cancellation;
  }

  @Override
  public void close() {
    done.countDown();
    clock.cancel();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook has done its work.
      return;
    }
  }
}
