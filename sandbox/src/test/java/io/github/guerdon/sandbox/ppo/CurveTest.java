package io.github.guerdon.sandbox.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.TermPoint;
import io.github.guerdon.sandbox.training.TermStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CurveTest {

  @Test
  void longTrainingGivesTwentyPointsAndEachTermItsStatistics() {
    Curve curve = new Curve(1_000, List.of("rising", "flat"), List.of("metric"));
    for (int step = 1; step <= 1_000; step++) {
      curve.step(step, new double[] {step, -500}, 0);
      if (step % 10 == 0) {
        boolean failed = step % 20 == 0;
        curve.episode(
            new EpisodeRecord(0, 10, failed, !failed, false, List.of((double) step)), 2.0 * step);
        curve.reach(step);
      }
    }

    assertThat(curve.points()).hasSize(20);
    CurvePoint last = curve.points().get(19);
    assertThat(last.step()).isEqualTo(1_000);
    assertThat(last.ownReturn()).isCloseTo(2 * 980, within(1e-9));
    assertThat(last.metrics().get("metric")).isCloseTo(980, within(1e-9));
    assertThat(last.episodeLength()).isEqualTo(10);
    assertThat(last.terminatedFraction()).isCloseTo(0.6, within(1e-9));
    TermPoint rising = last.terms().get("rising");
    assertThat(rising.mean()).isCloseTo(975.5, within(1e-9));
    assertThat(rising.share()).isCloseTo(975.5 / 1475.5, within(1e-9));
    TermStatistics whole = curve.terms().get(0);
    assertThat(whole.name()).isEqualTo("rising");
    assertThat(whole.mean()).isCloseTo(500.5, within(1e-9));
    assertThat(whole.sd()).isCloseTo(288.675, within(1e-3));
    assertThat(whole.min()).isEqualTo(1);
    assertThat(whole.max()).isEqualTo(1_000);
    assertThat(whole.first()).isCloseTo(50.5, within(1e-9));
    assertThat(whole.last()).isCloseTo(950.5, within(1e-9));
    assertThat(curve.terms().get(1).share()).isCloseTo(500 / 1000.5, within(1e-9));
  }

  @Test
  void stretchWithoutAnEndedEpisodeIsJoinedWithTheNextOne() {
    Curve curve = new Curve(100, List.of("only"), List.of());
    for (int step = 1; step <= 100; step++) {
      curve.step(step, new double[] {1}, 0);
      if (step == 60) {
        curve.episode(new EpisodeRecord(0, 60, false, true, false, List.of()), 60);
      }
      curve.reach(step);
    }

    assertThat(curve.points()).hasSize(1);
    assertThat(curve.points().get(0).step()).isEqualTo(60);
  }
}
