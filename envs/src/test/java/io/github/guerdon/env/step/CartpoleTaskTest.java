package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.Fitness;
import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.SlotTable;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plays hand-written policies: the task's fitness must tell a swing-up from its imitations. */
final class CartpoleTaskTest {

  private static final int WORLDS = 16;

  private static Task task;

  @BeforeAll
  static void load() throws TaskException {
    task = Task.load("cartpole-swingup", new JavacExpressions());
  }

  /** A policy over cart position, pole angle in (−π, π], cart velocity and pole velocity. */
  private interface Policy {
    double act(double x, double angle, double v, double w);
  }

  private static Score play(Policy policy) {
    try (VectorEnvironment env =
        VectorEnvironment.open(task, new SlotTable(List.of(), List.of()), WORLDS, 1, 9)) {
      env.reset();
      float[] actions = new float[WORLDS];
      for (int i = 0; i < task.description().episode().steps(); i++) {
        float[] seen = env.observations();
        for (int world = 0; world < WORLDS; world++) {
          int at = 5 * world;
          double angle = Math.atan2(seen[at + 2], seen[at + 1]);
          actions[world] = (float) policy.act(seen[at], angle, seen[at + 3], seen[at + 4]);
        }
        env.step(actions);
      }
      env.resetEnded();
      return Fitness.score(task.description(), env.drainEpisodes());
    }
  }

  /** Pumps energy until the pole is nearly up, then balances with a linear regulator. */
  private static double swingUp(double x, double angle, double v, double w) {
    if (Math.abs(angle) < 0.4 && Math.abs(w) < 4) {
      return 2.4 * x + 15 * angle + 2.7 * v + 3.5 * w;
    }
    double energy = 0.5 * 0.0344 * w * w + 0.1 * 9.81 * 0.5 * (Math.cos(angle) - 1);
    return energy * w * Math.cos(angle) - 0.6 * x - 0.3 * v;
  }

  @Test
  void swingUpAndBalanceSucceed() {
    Score score = play(CartpoleTaskTest::swingUp);
    assertThat(score.requirementsMet()).isTrue();
    assertThat(score.blownUp()).isZero();
    assertThat(score.value()).isGreaterThan(0.6);
    assertThat(score.metrics().get("upright").max()).isGreaterThan(0.7);
    assertThat(score.successRate()).isPositive();
    assertThat(score.metrics().get("survival").mean()).isEqualTo(1);
  }

  @Test
  void hangingIsWorthNothing() {
    Score score = play((x, angle, v, w) -> 0);
    assertThat(score.value()).isZero();
    assertThat(score.successRate()).isZero();
  }

  @Test
  void whirlingThePoleIsWorthLittle() {
    // Pumps energy without end.
    Score score = play((x, angle, v, w) -> -Math.signum(w * Math.cos(angle)) - 0.3 * x);
    assertThat(score.metrics().get("upright").max()).isLessThan(0.25);
    assertThat(score.successRate()).isZero();
  }

  @Test
  void balancingAgainstTheRailsEndIsWorthNothing() {
    Score score = play((x, angle, v, w) -> swingUp(x - 1.2, angle, v, w));
    assertThat(score.value()).isLessThan(0.2);
  }
}
