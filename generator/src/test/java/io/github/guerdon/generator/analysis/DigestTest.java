package io.github.guerdon.generator.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.analysis.Analysis.Requirement;
import io.github.guerdon.generator.analysis.Analysis.Term;
import io.github.guerdon.generator.analysis.Analysis.Trend;
import io.github.guerdon.generator.analysis.fault.Fault;
import io.github.guerdon.generator.analysis.fault.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DigestTest {

  @Test
  void whatAnAnalysisWritesIsReadBack() {
    Analysis analysis =
        new Analysis(
            "distance",
            -3.25,
            List.of(
                new Requirement("survival >= 0.95", 0.4, false),
                new Requirement("speed >= 1", 2, true)),
            400,
            1000,
            812.5,
            List.of(
                new Term("forward", 1.5, 1, 0.604, Trend.RISING),
                new Term("calm", 0, 0, 0.004, Trend.CONSTANT)),
            List.of(new Finding(Fault.DEAD_TERM, "calm", "It was 0.", "Leave it out.")),
            List.of("Term forward rose."));
    assertThat(Digest.of(analysis.text()))
        .contains(
            new Digest(
                "distance",
                -3.25,
                1,
                1,
                List.of(
                    new Digest.Term("forward", 60, Trend.RISING),
                    new Digest.Term("calm", 0, Trend.CONSTANT)),
                List.of(new Digest.Blame(Fault.DEAD_TERM, "calm"))));
  }

  @Test
  void otherTextIsNoAnalysis() {
    assertThat(Digest.of("NAME at 3:5: no body 'torzo'")).isEmpty();
    assertThat(Digest.of("fitness (distance): much")).isEmpty();
  }
}
