package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DeadlineTest {

  private static final Duration GIVEN = Duration.ofSeconds(2);

  private long nowMillis = 5;
  private double usedMillis = 70;
  private double waitedMillis = 7;
  private final Deadline deadline = new Deadline(() -> nowMillis * 1_000_000);

  @Test
  void processThatUsesItsTimeIsLateAtTheDeadline() {
    deadline.set(GIVEN);

    assertThat(firstMissedAfter(5_000, 1, 0)).isBetween(2_000L, 2_020L);
    assertThat(deadline.lift()).isFalse();
  }

  @Test
  void processThatSleepsIsLateAtTheDeadline() {
    deadline.set(GIVEN);

    assertThat(firstMissedAfter(5_000, 0, 0)).isBetween(2_000L, 2_020L);
  }

  @Test
  void processOnABusyMachineGetsTimeUntilItHasRunAWhile() {
    deadline.set(GIVEN);

    assertThat(firstMissedAfter(60_000, 0.1, 0.9)).isBetween(6_000L, 6_100L);
  }

  @Test
  void processThatNeverGetsACoreIsLateInTheEnd() {
    deadline.set(GIVEN);

    assertThat(firstMissedAfter(60_000, 0, 1))
        .isBetween(30_000L, 30_500L)
        .isGreaterThanOrEqualTo((1 + Deadline.MOST_ROUNDS) * GIVEN.toMillis());
  }

  @Test
  void answerInTimeIsNotMissed() {
    for (int frame = 0; frame < 10; frame++) {
      deadline.set(GIVEN);
      assertThat(firstMissedAfter(1_900, 1, 0)).isEqualTo(-1);
      assertThat(deadline.lift()).isTrue();
      assertThat(firstMissedAfter(5_000, 1, 0)).isEqualTo(-1);
    }
  }

  /** Asks every 20 ms; returns the time after which the deadline was missed, −1 for never. */
  private long firstMissedAfter(long millis, double running, double waiting) {
    long begun = nowMillis;
    while (nowMillis - begun < millis) {
      nowMillis += 20;
      usedMillis += 20 * running;
      waitedMillis += 20 * waiting;
      if (deadline.missed(this::processorTime)) {
        return nowMillis - begun;
      }
    }
    return -1;
  }

  private ProcessorTime processorTime() {
    return new ProcessorTime((long) (usedMillis * 1e6), (long) (waitedMillis * 1e6));
  }
}
