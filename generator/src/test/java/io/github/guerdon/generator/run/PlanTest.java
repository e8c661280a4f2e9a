package io.github.guerdon.generator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.search.Fakes;
import org.junit.jupiter.api.Test;

final class PlanTest {

  private static final SearchSettings SETTINGS = Fakes.settings();

  @Test
  void withoutCapsAllOfItIsPlanned() {
    Plan plan = Plan.of(SETTINGS, 2, Caps.none());
    assertThat(plan.trainings()).isEqualTo(3 * 4 + (3 * 2 + 2 * 3) + 4 * 3);
    assertThat(plan.steps()).isEqualTo(36_000);
    assertThat(plan.cut()).isEqualTo(Plan.Cut.NONE);
  }

  @Test
  void planNeverExceedsItsCaps() {
    for (int cap = 1; cap <= 46; cap++) {
      Plan byTrainings = Plan.of(SETTINGS, 2, Caps.none().withTrainings(cap));
      Plan bySteps = Plan.of(SETTINGS, 2, Caps.none().withSteps(cap * 1_000L + 999));
      assertThat(byTrainings.trainings()).isLessThanOrEqualTo(cap);
      assertThat(bySteps.steps()).isLessThanOrEqualTo(cap * 1_000L);
      assertThat(byTrainings.cut()).isEqualTo(cap < 36 ? Plan.Cut.TRAININGS : Plan.Cut.NONE);
      assertThat(bySteps.cut()).isEqualTo(cap < 36 ? Plan.Cut.STEPS : Plan.Cut.NONE);
    }
  }

  @Test
  void generationsGoBeforeFreshSeeds() {
    Plan plan = Plan.of(SETTINGS, 2, Caps.none().withTrainings(28));
    assertThat(plan.generations()).isEqualTo(1);
    assertThat(plan.freshSeeds()).isEqualTo(3);
    assertThat(plan.finalists()).isEqualTo(3);
    assertThat(Plan.of(SETTINGS, 2, Caps.none().withTrainings(13)).candidates()).isEqualTo(1);
    assertThat(Plan.of(SETTINGS, 2, Caps.none().withTrainings(12)).freshSeeds()).isZero();
  }

  @Test
  void capsWithoutRoomForATrainingAreRefused() {
    assertThatThrownBy(() -> Plan.of(SETTINGS, 2, Caps.none().withSteps(999)))
        .hasMessage(
            "the caps allow 0 trainings of 1000 steps, a search needs at least 1; raise --trainings or --steps");
    assertThatThrownBy(() -> Caps.none().withSteps(0)).hasMessageContaining("must be above 0");
  }
}
