package io.github.guerdon.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

final class PhysicsBenchTest {

  @Test
  void environmentAndBareMujocoTakeTurnsAndReachTheSameStates() throws TaskException {
    for (String name : BuiltInTasks.atHand()) {
      Task task = Task.load(name, new JavacExpressions());
      // Of a turn's three readings the last comes three times as late: bare MuJoCo seems three
      // times as slow.
      AtomicLong readings = new AtomicLong();
      AtomicLong time = new AtomicLong();
      LongSupplier clock =
          () -> time.addAndGet(readings.incrementAndGet() % 3 == 0 ? 3_000_000 : 1_000_000);

      PhysicsBench.Figures figures = PhysicsBench.run(task, 16, 1, 0.04, clock);

      assertThat(figures.task()).isEqualTo(name);
      assertThat(figures.worlds()).isEqualTo(16);
      assertThat(figures.threads()).isEqualTo(1);
      assertThat(figures.stepsPerSecond()).isCloseTo(16 * 16 / 0.001, within(1e-3));
      assertThat(figures.rawStepsPerSecond()).isCloseTo(16 * 16 / 0.003, within(1e-3));
      assertThat(figures.ratio()).isCloseTo(3, within(1e-9));
    }
  }
}
