package io.github.guerdon.generator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.evolve.Candidate;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import io.github.guerdon.generator.evolve.Candidates;
import io.github.guerdon.generator.evolve.Draft;
import io.github.guerdon.generator.evolve.Evolution;
import io.github.guerdon.generator.evolve.Generation;
import io.github.guerdon.generator.report.Comparison.Standing;
import io.github.guerdon.generator.report.SearchResult.Measured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AssessmentTest {

  @Test
  void interquartileMeanIsTheMeanOfTheMiddleHalf() {
    assertThat(Statistics.interquartileMean(new double[] {100, 1, 2, -50})).isEqualTo(1.5);
    assertThat(Statistics.interquartileMean(new double[] {1, 2, 6}))
        .isCloseTo((0.25 * 1 + 2 + 0.25 * 6) / 1.5, within(1e-12));
    assertThat(Statistics.interquartileMean(new double[] {7})).isEqualTo(7);
    assertThat(Statistics.interquartileMean(new double[0])).isNaN();
  }

  @Test
  void probabilityOfImprovementCountsEqualsHalf() {
    assertThat(Statistics.improvement(new double[] {1, 3}, new double[] {1, 2})).isEqualTo(0.625);
  }

  @Test
  void strataAreResampledApart() {
    Bootstrap.Interval difference =
        Bootstrap.of(
            List.of(List.of(10.0, 10.0, 10.0), List.of(1.0, 1.0)),
            s -> Statistics.mean(s.get(0)) - Statistics.mean(s.get(1)));
    assertThat(difference).isEqualTo(new Bootstrap.Interval(9, 9));
  }

  @Test
  void clearlyBetterIsAboveAndWithinNoiseIsTied() {
    Fresh official = fresh(5.0, 5.5, 6.0);
    assertThat(standing(fresh(9, 9.5, 10), official)).isEqualTo(Standing.ABOVE);
    assertThat(standing(fresh(1, 1.5, 2), official)).isEqualTo(Standing.BELOW);
    // All three are better, yet by no more than seeds differ.
    assertThat(standing(fresh(6.1, 6.2, 6.3), official)).isEqualTo(Standing.NON_INFERIOR);
    assertThat(standing(fresh(0, 30, 5), official)).isEqualTo(Standing.TIED);
  }

  @Test
  void worseByNoMoreThanTheMarginIsNonInferiorAndATieSaysThatItIsNotShown() {
    Fresh official = fresh(9.9, 10, 10.1);
    Comparison close = Comparison.of(fresh(9.6, 9.7, 9.8), official, 0.5, 0);
    assertThat(close.standing()).isEqualTo(Standing.NON_INFERIOR);
    assertThat(close.margin()).isCloseTo(1, within(1e-12));
    assertThat(close.bound()).isBetween(-0.5, -0.3);
    assertThat(close.sentence("official"))
        .startsWith("The winner is non-inferior to official: difference")
        .contains("It is shown to be as good within 10 % of the other's score above random");

    Comparison anything = Comparison.of(fresh(4, 10, 16), official, 5, 0);
    assertThat(anything.standing()).isEqualTo(Standing.TIED);
    assertThat(anything.sentence("official"))
        .startsWith("The winner is tied with official: difference")
        .contains("It is not shown to be as good");

    // Fewer seeds that meet the requirements, or nobody knows what random is.
    Fresh missed = new Fresh(10, 10, 10, 10, 10, 10, List.of(10.0, 10.0, 10.0), 0, 2);
    assertThat(standing(missed, official)).isEqualTo(Standing.BELOW);
    Comparison unknown = Comparison.of(fresh(9.6, 9.7, 9.8), official, 0.5, Double.NaN);
    assertThat(unknown.standing()).isEqualTo(Standing.TIED);
    assertThat(unknown.sentence("official")).doesNotContain("as good");
  }

  @Test
  void requirementsMissedAreBelowAndFailuresMakeNothingBetter() {
    Fresh official = fresh(5.0, 5.5, 6.0);
    Fresh missed = new Fresh(9, 9, 9, 9, 9, 9, List.of(9.0, 9.0, 9.0), 0, 2);
    Fresh failed = new Fresh(9, 9, 9, 9, 9, 9, List.of(9.0, 9.0), 1, 3);
    assertThat(standing(missed, official)).isEqualTo(Standing.BELOW);
    assertThat(standing(failed, official)).isEqualTo(Standing.TIED);
    assertThat(Comparison.of(missed, official, 0.5, 0).sentence("official"))
        .startsWith(
            "The winner is below official, as fewer of its seeds meet the requirements: difference");
    assertThat(Comparison.of(fresh(1, 1.5, 2), official, 0.5, 0).sentence("official"))
        .startsWith("The winner is below official: difference");
  }

  @Test
  void candidatesWithinTheNoiseOfTheWinnerAreTied() {
    Assessment assessment = assess(fresh(9, 9.5, 10), Map.of("official", fresh(5, 5.5, 6)), 0);
    assertThat(assessment.noise()).isCloseTo(0.5, within(1e-12));
    assertThat(assessment.band()).isCloseTo(1.96 * 0.5 * Math.sqrt(2), within(1e-12));
    assertThat(assessment.tied()).containsExactly("b", "c");
    assertThat(assessment.humanNormalised().getAsDouble()).isCloseTo(9.5 / 5.5, within(1e-12));
  }

  @Tag("defect-18")
  @Test
  void humanNormalisedScoreWithATinyOrNegativeDenominatorIsRefused() {
    Map<String, Fresh> baselines = Map.of("official", fresh(5, 5.5, 6));
    Assessment tiny = assess(fresh(9, 9.5, 10), baselines, 5.4);
    assertThat(tiny.humanNormalised()).isEmpty();
    assertThat(tiny.refusal()).contains("0.1000 above random", "noise");
    assertThat(tiny.random()).isEqualTo(5.4);
    assertThat(assess(fresh(9, 9.5, 10), baselines, 20).humanNormalised()).isEmpty();
    assertThat(assess(fresh(9, 9.5, 10), Map.of(), 0).refusal()).contains("no official baseline");
  }

  @Test
  void withoutABaselineNoiseIsUnknownAndNobodyIsTied() {
    Assessment assessment = assess(fresh(9, 9.5, 10), Map.of(), 0);
    assertThat(assessment.noise()).isNaN();
    assertThat(assessment.tied()).isEmpty();
    assertThat(AssessmentJson.write(assessment).path("band").isNull()).isTrue();
  }

  private static Standing standing(Fresh winner, Fresh official) {
    return Comparison.of(winner, official, 0.5, 0).standing();
  }

  private static Fresh fresh(double... values) {
    List<Double> list = Arrays.stream(values).boxed().toList();
    double iqm = Statistics.interquartileMean(values);
    Bootstrap.Interval interval =
        Bootstrap.of(List.of(list), s -> Statistics.interquartileMean(s.get(0)));
    return new Fresh(
        iqm, interval.low(), interval.high(), iqm, interval.low(), interval.high(), list, 0, 3);
  }

  private static Assessment assess(Fresh winner, Map<String, Fresh> baselines, double random) {
    List<Candidate> all = new ArrayList<>();
    double value = 10;
    for (String id : List.of("a", "b", "c", "d", "e")) {
      all.add(
          new Scored(new Draft(id, 0, Proposal.of(id), 0), id, Candidates.score(value), "good"));
      value -= 0.6;
    }
    Generation generation = Evolution.step(Generation.none(), all);
    Measured measured = new Measured("a", "a", Candidates.score(10), Optional.of(winner));
    return Assessment.of(measured, baselines, generation, random, 1);
  }
}
