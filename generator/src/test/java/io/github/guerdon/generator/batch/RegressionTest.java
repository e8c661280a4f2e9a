package io.github.guerdon.generator.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.batch.ExperimentResult.Identity;
import io.github.guerdon.generator.batch.Regression.Kind;
import io.github.guerdon.generator.report.Fresh;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RegressionTest {

  private static final Fresh GOOD = Results.fresh(3, 0.8, 0.81, 0.82);

  private static Baseline.Entry then(Fresh fresh) {
    return new Baseline.Entry(new Identity("task", "settings"), Optional.of(fresh));
  }

  private static Regression compare(Fresh now, Fresh then, double confidence) {
    return Regression.of(Results.result(now), then(then), confidence);
  }

  @Test
  void allSeedsBelowIsWorse() {
    Regression found = compare(Results.fresh(3, 0.5, 0.6, 0.7), GOOD, 0.95);
    assertThat(found.kind()).isEqualTo(Kind.WORSE);
    assertThat(found.message())
        .isEqualTo(
            "fitness on fresh seeds is 0.6000, in the baseline 0.8100: worse with confidence 0.950");
  }

  @Test
  void sameNumbersAreNotWorse() {
    assertThat(compare(GOOD, GOOD, 0.95).kind()).isEqualTo(Kind.NOT_WORSE);
  }

  @Test
  void betterNumbersAreNotWorse() {
    assertThat(compare(Results.fresh(3, 0.9, 0.91, 0.92), GOOD, 0.95).kind())
        .isEqualTo(Kind.NOT_WORSE);
  }

  @Test
  void requirementsThatAreNoLongerMetAreWorse() {
    Regression found = compare(Results.fresh(0, 0.8, 0.81, 0.82), GOOD, 0.95);
    assertThat(found.kind()).isEqualTo(Kind.WORSE);
    assertThat(found.message()).contains("met on 0 of 3 fresh seeds, in the baseline on 3 of 3");
  }

  @Test
  @Tag("defect-17")
  void tooFewSeedsAbstainAndSayHowManyAreNeeded() {
    Regression found = compare(Results.fresh(3, 0.5, 0.6, 0.7), GOOD, 0.99);
    assertThat(found.kind()).isEqualTo(Kind.ABSTAINED);
    assertThat(found.message())
        .contains("3 and 3 seeds cannot show a regression at confidence 0.99")
        .contains("set fresh_seeds to 5");
  }

  @Test
  void lostWinnerIsWorse() {
    assertThat(Regression.of(Results.empty(), then(GOOD), 0.95).kind()).isEqualTo(Kind.WORSE);
  }

  @Test
  void changedTaskOrSettingsCannotBeCompared() {
    for (Identity other :
        new Identity[] {new Identity("other", "settings"), new Identity("task", "other")}) {
      Regression found =
          Regression.of(Results.result(GOOD), new Baseline.Entry(other, Optional.of(GOOD)), 0.95);
      assertThat(found.kind()).isEqualTo(Kind.INCOMPARABLE);
      assertThat(found.message()).contains("changed since the baseline was written");
    }
  }
}
