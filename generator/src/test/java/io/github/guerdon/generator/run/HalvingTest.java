package io.github.guerdon.generator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.run.Halving.Round;
import org.junit.jupiter.api.Test;

final class HalvingTest {

  @Test
  void theBetterHalfGetsWhatTheOthersNoLongerTake() {
    assertThat(new Halving(4, 2).rounds())
        .containsExactly(new Round(4, 2, 2, 2), new Round(2, 6, 4, 1));
    assertThat(new Halving(3, 2).rounds())
        .containsExactly(new Round(3, 2, 2, 2), new Round(2, 5, 3, 1));
    assertThat(new Halving(4, 2).line())
        .isEqualTo(
            "4 finalists, 2 more training(s) each; the better 2 of them, 4 more training(s) each");
  }

  @Test
  void noRoundTakesMoreThanTheFirstAndOneIsLeft() {
    for (int finalists = 2; finalists < 30; finalists++) {
      for (int seeds = 1; seeds < 5; seeds++) {
        Halving halving = new Halving(finalists, seeds);
        int before = finalists;
        int known = 0;
        for (Round round : halving.rounds()) {
          assertThat(round.finalists()).isEqualTo(before);
          assertThat(round.seeds()).isEqualTo(known + round.more());
          assertThat(round.more()).isPositive();
          assertThat(round.finalists() * round.more()).isLessThanOrEqualTo(finalists * seeds);
          before = round.keep();
          known = round.seeds();
        }
        assertThat(before).isEqualTo(1);
        assertThat(halving.trainings())
            .isLessThanOrEqualTo((long) halving.rounds().size() * finalists * seeds);
      }
    }
  }

  @Test
  void oneFinalistNeedsNoTraining() {
    assertThat(new Halving(1, 2).rounds()).isEmpty();
    assertThat(new Halving(1, 2).trainings()).isZero();
    assertThat(new Halving(1, 2).line()).isEqualTo("1 finalist");
    assertThatThrownBy(() -> new Halving(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
