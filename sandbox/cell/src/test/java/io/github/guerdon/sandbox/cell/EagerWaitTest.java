package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class EagerWaitTest {

  private long nowMicros;
  private long comesAtMicros;
  private int asked;
  private final EagerWait wait = new EagerWait(this::isHere, () -> 1_000 * nowMicros);

  @Test
  void shortWaitsAreAwakeToTheirEnd() throws IOException {
    for (int frame = 0; frame < 3; frame++) {
      assertThat(timesAskedInAWaitOf(20)).isEqualTo(21);
    }
  }

  @Test
  void longWaitIsSleptThroughFromItsFirstMicrosecondsOn() throws IOException {
    assertThat(timesAskedInAWaitOf(1_000)).isEqualTo(50);
    assertThat(timesAskedInAWaitOf(1_000)).isZero();
  }

  @Test
  void shortWaitAfterALongOneMakesTheNextAwakeAgain() throws IOException {
    timesAskedInAWaitOf(1_000);
    assertThat(timesAskedInAWaitOf(30)).isZero();
    assertThat(timesAskedInAWaitOf(30)).isEqualTo(31);
  }

  private int timesAskedInAWaitOf(long micros) throws IOException {
    comesAtMicros = nowMicros + micros;
    asked = 0;
    wait.begin();
    nowMicros = Math.max(nowMicros, comesAtMicros); // what a read that blocks would wait for
    wait.end();
    return asked;
  }

  /** A question takes a microsecond. */
  private boolean isHere() {
    asked++;
    if (nowMicros >= comesAtMicros) {
      return true;
    }
    nowMicros++;
    return false;
  }
}
