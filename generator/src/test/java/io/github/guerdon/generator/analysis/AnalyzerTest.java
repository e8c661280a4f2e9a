package io.github.guerdon.generator.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.env.Control;
import io.github.guerdon.env.Episode;
import io.github.guerdon.env.FitnessRule;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Requirement;
import io.github.guerdon.env.Requirement.Comparison;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Score.MetricSummary;
import io.github.guerdon.env.Start;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.Training;
import io.github.guerdon.env.Vary;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.generator.analysis.fault.Evidence;
import io.github.guerdon.sandbox.training.ProbeEvidence;
import io.github.guerdon.sandbox.training.TermStatistics;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AnalyzerTest {

  @Test
  void analysisSaysWhatHappened() {
    TrainingResult result =
        result(
            new TermStatistics("forward", 1.5, 1, -2, 4, 0.6, 0.1, 2.5),
            new TermStatistics("healthy", 1, 0, 1, 1, 0.395, 1, 1),
            new TermStatistics("effort", -0.01, 0.005, -0.1, 0, 0.005, -0.01, -0.01));
    Analysis analysis = Analyzer.analyse(evidence(result), score(0.42, 3.25));
    assertThat(analysis.text())
        .isEqualTo(
            """
            fitness (distance): 3.250
            required survival >= 0.95: 0.4200, missed
            episode length: 420.0 of 1000 steps
            return under its own reward: 812.5
            term forward: mean 1.500, spread 1.000, share 60 %, rising
            term healthy: mean 1.000, spread 0.000, share 40 %, constant
            term effort: mean -0.01000, spread 0.005000, share 1 %, steady
            The policy reached distance 3.250 m; 25 % of the episodes were successful.
            It misses survival >= 0.95: it reached 0.4200, so any reward that meets it ranks higher.
            Episodes end early, after 420 of 1000 steps.
            Term forward rose in training and makes up 60 % of the reward.
            Term healthy never changed, so it taught nothing.
            Term effort makes up 0.5 % of the reward: too little to matter.
            """);
  }

  @Test
  void requirementThatIsMetIsSaidToBe() {
    Analysis analysis =
        Analyzer.analyse(
            evidence(result(new TermStatistics("all", 1, 0.5, 0, 2, 1, 1.5, 0.5))), score(1, 9));
    assertThat(analysis.sentences())
        .contains(
            "It meets survival >= 0.95 (1.000).",
            "Term all makes up 100 % of the reward and drowns the others.");
    assertThat(analysis.terms())
        .extracting(Analysis.Term::trend)
        .containsExactly(Analysis.Trend.FALLING);
  }

  @Test
  void termsOfSeveralTrainingsAreAveraged() {
    Analysis analysis =
        Analyzer.analyse(
            evidence(
                result(new TermStatistics("a", 1, 1, 0, 2, 0.4, 0, 0)),
                result(new TermStatistics("a", 3, 2, 0, 2, 0.6, 0, 0))),
            score(1, 9));
    assertThat(analysis.terms())
        .containsExactly(new Analysis.Term("a", 2, 1.5, 0.5, Analysis.Trend.STEADY));
  }

  @Test
  void blownUpEpisodesAreTold() {
    Score score = new Score(false, 0.5, 1, Map.of(), 0, 4, 2);
    Analysis analysis =
        Analyzer.analyse(evidence(result(new TermStatistics("a", 1, 1, 0, 2, 0.5, 0, 0))), score);
    assertThat(analysis.sentences().get(0)).endsWith("The simulation blew up in 2 of 4 episodes.");
    assertThat(analysis.requirements())
        .singleElement()
        .satisfies(r -> assertThat(r.reached()).isNaN());
  }

  @Test
  void nothingTrainedCannotBeAnalysed() {
    assertThatThrownBy(() -> Analyzer.analyse(evidence(), score(1, 1)))
        .hasMessageContaining("no training to analyse");
  }

  private static Evidence evidence(TrainingResult... trainings) {
    return new Evidence(task(), "", ProbeEvidence.NOTHING, List.of(trainings));
  }

  private static TrainingResult result(TermStatistics... terms) {
    return new TrainingResult(
        score(1, 1),
        List.of(),
        List.of(terms),
        1_000,
        2.5,
        400,
        812.5,
        500,
        0,
        List.of(),
        List.of());
  }

  private static Score score(double survival, double distance) {
    return new Score(
        survival >= 0.95,
        survival >= 0.95 ? 0 : 0.5,
        distance,
        Map.of(
            "survival", new MetricSummary(survival, 0, survival, survival),
            "length", new MetricSummary(1000 * survival, 0, 0, 1000)),
        0.25,
        4,
        0);
  }

  private static TaskDescription task() {
    Expression.Where where = new Expression.Where("metrics.distance.each", 1, 1);
    Expression each =
        new Expression("after.joint(\"rootx\").position()", Expression.Type.NUMBER, where);
    return new TaskDescription(
        "run",
        "Run.",
        "run.xml",
        new Control(4, Control.Derived.END),
        new Episode(1000, new Start(List.of()), Optional.empty()),
        List.of(),
        List.of(),
        List.of(new Metric("distance", each, Metric.Over.CHANGE, "m")),
        new FitnessRule(
            List.of(new Requirement("survival", Comparison.AT_LEAST, 0.95)), "distance"),
        List.of(new Requirement("distance", Comparison.AT_LEAST, 5)),
        new Training(1_000, Map.of()),
        List.of(),
        Map.of(),
        Vary.NOTHING);
  }
}
