package io.github.guerdon.sandbox.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.sandbox.nn.Activation;
import io.github.guerdon.sandbox.nn.NetworkSpec;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class CheckpointsTest {

  private static final int EPISODE = 100;

  @Test
  void policyThatCollapsedIsNotTakenForItsForerunners() {
    // One episode every hundred steps, a policy every hundred; from 5,000 on they are useless.
    Checkpoints checkpoints = run(begun -> begun < 5_000 ? begun : 0, 10_000);

    assertThat(checkpoints.best().orElseThrow().step()).isBetween(3_800L, 4_200L);
    assertThat(checkpoints.bestReturn()).isCloseTo(3_950, within(1.0));
  }

  @Test
  void steadyRiseEndsWithOneOfTheLastPolicies() {
    Checkpoints checkpoints = run(begun -> begun, 10_000);

    assertThat(checkpoints.best().orElseThrow().step()).isGreaterThanOrEqualTo(8_900);
  }

  @Tag("defect-09")
  @Test
  void singleLuckyEpisodeChoosesNothing() {
    Checkpoints checkpoints = run(begun -> begun == 3_000 ? 10_000 : begun, 10_000);

    assertThat(checkpoints.best().orElseThrow().step()).isGreaterThanOrEqualTo(8_900);
  }

  @Test
  void nothingIsChosenBeforeAnEpisodeEnds() {
    Checkpoints checkpoints = new Checkpoints();
    checkpoints.begin(policy(0));
    checkpoints.measure(100, true);

    assertThat(checkpoints.best()).isEmpty();
    assertThat(checkpoints.bestReturn()).isNaN();
    assertThat(checkpoints.ownReturn()).isEmpty();
  }

  private static Checkpoints run(DoubleUnaryOperator returnOfBegun, long steps) {
    Checkpoints checkpoints = new Checkpoints();
    for (long step = 0; step < steps; step += EPISODE) {
      checkpoints.begin(policy(step));
      checkpoints.episode(step, returnOfBegun.applyAsDouble((double) step));
      checkpoints.measure(step + EPISODE, step + EPISODE >= steps);
    }
    return checkpoints;
  }

  private static Policy policy(long step) {
    NetworkSpec spec = new NetworkSpec(1, 1, List.of(1), Activation.TANH, 0);
    return new Policy(
        spec, new float[spec.parameterCount()], new double[1], new double[] {1}, step);
  }
}
