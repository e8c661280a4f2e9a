package io.github.guerdon.generator.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.env.Score;
import io.github.guerdon.env.Score.MetricSummary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScoresTest {

  @Test
  void singleScoreStaysAsItIs() {
    Score score = Candidates.score(3);
    assertThat(Scores.pool(List.of(score))).isSameAs(score);
  }

  @Test
  void pooledMetricsAreThoseOfAllEpisodesTogether() {
    Score pooled = Scores.pool(List.of(of(1, 0, 3, 1), of(5, 2, 9, 5)));
    assertThat(pooled.value()).isEqualTo(3);
    assertThat(pooled.episodes()).isEqualTo(8);
    MetricSummary metric = pooled.metrics().get("m");
    assertThat(metric.mean()).isEqualTo(3);
    // Variance within (0 and 4, mean 2) and between the two policies (4).
    assertThat(metric.sd()).isEqualTo(Math.sqrt(6));
    assertThat(metric.min()).isEqualTo(1);
    assertThat(metric.max()).isEqualTo(9);
  }

  @Test
  void requirementsAreMetIfEveryPolicyMeetsThem() {
    Score pooled = Scores.pool(List.of(Candidates.score(1), Candidates.missed(0.5, 9)));
    assertThat(pooled.requirementsMet()).isFalse();
    assertThat(pooled.shortfall()).isEqualTo(0.25);
  }

  @Test
  void nothingCannotBePooled() {
    assertThatThrownBy(() -> Scores.pool(List.of())).hasMessageContaining("no score to pool");
  }

  private static Score of(double mean, double sd, double max, double min) {
    return new Score(true, 0, mean, Map.of("m", new MetricSummary(mean, sd, min, max)), 0.5, 4, 0);
  }
}
