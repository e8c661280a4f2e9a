package io.github.guerdon.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.Requirement.Comparison;
import io.github.guerdon.env.file.TaskException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FitnessTest {

  // 40 steps an episode; require survival >= 0.5, maximize drop; success: drop >= -1 && survival ==
  // 1.
  private static TaskDescription task() {
    try {
      return TaskParser.parse("task.yaml", TaskFiles.YAML).description();
    } catch (TaskException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EpisodeRecord full(double drop) {
    return new EpisodeRecord(0, 40, false, true, false, List.of(drop, 0.5));
  }

  private static EpisodeRecord fallen(int length, double drop) {
    return new EpisodeRecord(0, length, true, false, false, List.of(drop, 0.5));
  }

  private static EpisodeRecord blownUp(double drop) {
    return new EpisodeRecord(0, 40, true, false, true, List.of(drop, 0.5));
  }

  private static Score score(EpisodeRecord... episodes) {
    return Fitness.score(task(), List.of(episodes));
  }

  @Test
  void scoreSummarisesMetricsOverEpisodes() {
    Score score = score(full(1), full(3), fallen(20, -4));
    assertThat(score.requirementsMet()).isTrue();
    assertThat(score.shortfall()).isZero();
    assertThat(score.value()).isEqualTo(0);
    assertThat(score.metrics().keySet()).containsExactly("drop", "low", "survival", "length");
    assertThat(score.metrics().get("drop").min()).isEqualTo(-4);
    assertThat(score.metrics().get("drop").max()).isEqualTo(3);
    assertThat(score.metrics().get("drop").sd()).isCloseTo(Math.sqrt(26.0 / 3), within(1e-12));
    assertThat(score.metrics().get("survival").mean()).isCloseTo(2.5 / 3, within(1e-12));
    assertThat(score.metrics().get("length").mean()).isCloseTo(100.0 / 3, within(1e-12));
    assertThat(score.successRate()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(score.episodes()).isEqualTo(3);
  }

  @Test
  void missedRequirementRanksBelowEveryMetOne() {
    Score good = score(full(-100));
    Score missed = score(fallen(10, 1000));
    assertThat(missed.requirementsMet()).isFalse();
    assertThat(missed.shortfall()).isCloseTo(0.25, within(1e-12));
    assertThat(good).isGreaterThan(missed);
  }

  @Test
  void valueRanksAmongTheMetAndShortfallAmongTheMissed() {
    assertThat(score(full(2))).isGreaterThan(score(full(1)));
    assertThat(score(fallen(15, 0))).isGreaterThan(score(fallen(10, 1000)));
    assertThat(score(fallen(10, 2))).isGreaterThan(score(fallen(10, 1)));
    assertThat(score(full(1))).isEqualByComparingTo(score(full(1)));
  }

  @Test
  void brokenSimulationWinsNothing() {
    Score some = score(full(1), blownUp(1e9));
    assertThat(some.value()).isEqualTo(1);
    assertThat(some.blownUp()).isEqualTo(1);
    assertThat(some.requirementsMet()).isFalse();
    assertThat(some.successRate()).isEqualTo(0.5);
    assertThat(some).isLessThan(score(full(-5)));

    Score all = score(blownUp(1e9));
    assertThat(all.value()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(all.metrics()).isEmpty();
    assertThat(all).isLessThan(some);
  }

  @Test
  void metricThatIsNoNumberMeetsNothing() {
    Score score = score(full(Double.NaN));
    assertThat(score.value()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(score.successRate()).isZero();
    assertThat(score).isLessThan(score(full(-5)));
  }

  @Test
  void noEpisodeIsNoScore() {
    assertThatThrownBy(() -> score())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no episode to score; run at least one");
  }

  @Test
  void boundsCompareAsTheirSignsSay() {
    assertThat(new Requirement("a", Comparison.AT_LEAST, 1).met(1)).isTrue();
    assertThat(new Requirement("a", Comparison.ABOVE, 1).met(1)).isFalse();
    assertThat(new Requirement("a", Comparison.AT_MOST, 1).met(1)).isTrue();
    assertThat(new Requirement("a", Comparison.BELOW, 1).met(1)).isFalse();
    assertThat(new Requirement("a", Comparison.BELOW, 1).shortfall(1)).isPositive();
    assertThat(new Requirement("a", Comparison.EQUAL, 1).met(1 + 1e-12)).isTrue();
    assertThat(new Requirement("a", Comparison.AT_LEAST, 10).shortfall(5)).isEqualTo(0.5);
    assertThat(new Requirement("a", Comparison.AT_LEAST, 1).shortfall(Double.NaN)).isInfinite();
  }
}
