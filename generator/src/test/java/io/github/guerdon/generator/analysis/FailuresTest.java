package io.github.guerdon.generator.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class FailuresTest {

  @Test
  void failuresAreSentencesWithPlaceAndRemedy() {
    assertThat(Failures.sentence(new Outcome.Diverged("j", "speed", 120, Double.NaN)))
        .isEqualTo(
            "Term speed was NaN at step 120: terms must be finite and at most 1e6 in magnitude; bound what it divides by or reads.");
    assertThat(Failures.sentence(new Outcome.Diverged("j", Outcome.Diverged.LEARNER, 9, 1)))
        .isEqualTo("The learner's numbers stopped being finite at step 9: use smaller rewards.");
    assertThat(Failures.sentence(new Outcome.TimedOut("j", Duration.ofSeconds(90), 7)))
        .isEqualTo(
            "The training was stopped at its deadline of 90 s, at step 7: make the reward cheaper.");
    assertThat(
            Failures.sentence(
                new Outcome.Crashed("j", CrashCause.EXCEPTION, "ArithmeticException in line 7", 3)))
        .isEqualTo("The reward threw ArithmeticException in line 7 at step 3.");
  }

  @Test
  void everyCauseHasItsWordAndSentence() {
    for (CrashCause cause : CrashCause.values()) {
      Outcome crashed = new Outcome.Crashed("j", cause, "here", 3);
      assertThat(Failures.word(crashed)).isEqualTo("CRASHED_" + cause);
      assertThat(Failures.sentence(crashed)).contains("at step 3").contains("here");
    }
  }

  @Tag("defect-08")
  @Test
  void allDistinctErrorsAreKeptAndCounted() {
    assertThat(Failures.grouped(List.of("a", "b ", "a", "b", "c")))
        .containsExactly("2 times: a", "2 times: b", "c");
  }

  @Test
  void longErrorsAreTrimmed() {
    assertThat(Failures.grouped(List.of("x".repeat(5_000))))
        .singleElement()
        .asString()
        .hasSize(1_002);
  }
}
