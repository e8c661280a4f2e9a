package io.github.guerdon.cli;

import io.github.guerdon.generator.search.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and a polite kill into a clean stop: the search is asked to end, and the process
 * waits until it has.
 */
final class Interruption implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Cancellation cancellation = new Cancellation();
  private final Thread hook;

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

  static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Returns what a search asks whether it should stop. */
  Cancellation cancellation() {
    return cancellation;
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook has done its work.
      return;
    }
  }
}
