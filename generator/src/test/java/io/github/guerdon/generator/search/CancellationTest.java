package io.github.guerdon.generator.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class CancellationTest {

  private final Cancellation cancellation = new Cancellation();

  @Test
  void cancellingInterruptsTheWorkAndTakesTheInterruptBack() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              awaitQuietly(working);
              cancellation.cancel();
            });
    other.start();
    Optional<String> result =
        cancellation.interruptibly(
            () -> {
              working.countDown();
              awaitQuietly(new CountDownLatch(1));
              throw new CancellationException("interrupted");
            });
    other.join();
    assertThat(result).isEmpty();
    assertThat(cancellation.cancelled()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void workIsNotBegunOnceCancelled() {
    cancellation.cancel();
    assertThat(
            cancellation.interruptibly(
                () -> {
                  throw new AssertionError("begun");
                }))
        .isEmpty();
  }

  @Test
  void workThatIsCancelledByAnotherHandFails() {
    assertThatThrownBy(
            () ->
                cancellation.interruptibly(
                    () -> {
                      throw new CancellationException("not asked");
                    }))
        .hasMessage("not asked");
  }

  @Test
  void workThatIsLeftAloneGivesItsResult() {
    assertThat(cancellation.interruptibly(() -> "done")).contains("done");
    assertThat(cancellation.cancelled()).isFalse();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
