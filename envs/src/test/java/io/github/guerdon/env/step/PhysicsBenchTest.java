package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.BuiltInTasks;
import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

final class PhysicsBenchTest {

  @Test
  void environmentAndBareMujocoTakeTurnsAndReachTheSameStates() throws TaskException {
    for (String name : BuiltInTasks.atHand()) {
      Task task = Task.load(name, new JavacExpressions());
      // A turn reads the clock before and after each of 16 steps of the environment, then before
      // and after the bare ones. The last reading comes 48 times as late: bare MuJoCo seems three
      // times as slow.
      AtomicLong readings = new AtomicLong();
      AtomicLong time = new AtomicLong();
      LongSupplier clock =
          () -> time.addAndGet(readings.incrementAndGet() % 34 == 0 ? 48_000_000 : 1_000_000);

      PhysicsBench.Figures figures = PhysicsBench.run(task, 16, 1, 0.4, clock);

      assertThat(figures.task()).isEqualTo(name);
      assertThat(figures.worlds()).isEqualTo(16);
      assertThat(figures.threads()).isEqualTo(1);
      assertThat(figures.stepsPerSecond()).isCloseTo(16 * 16 / 0.016, within(1e-3));
      assertThat(figures.rawStepsPerSecond()).isCloseTo(16 * 16 / 0.048, within(1e-3));
      assertThat(figures.ratio()).isCloseTo(3, within(1e-9));
    }
  }

  @Test
  void statesAreThoseThatTheActionsLeadTo() throws TaskException {
    Task task = Task.load("cartpole-swingup", new JavacExpressions());
    AtomicLong time = new AtomicLong();
    int size = task.actionSize();
    int[] calls = {0};
    PhysicsBench.run(
        task,
        4,
        1,
        0.1,
        () -> time.addAndGet(1_000_000),
        (observations, actions) -> {
          calls[0]++;
          assertThat(actions).hasSize(4 * size);
          // Pushed one way all the time, the cart is sooner or later to that side.
          Arrays.fill(actions, 1);
          if (calls[0] > 30) {
            assertThat(observations[0]).isPositive();
          }
        });
    assertThat(calls[0]).isGreaterThan(30);
  }
}
