package io.github.guerdon.generator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.search.Fakes;
import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class OutcomeJsonTest {

  @Tag("defect-15")
  @Test
  void outcomesComeBackWithAllTheirBits() throws Exception {
    List<Outcome> outcomes =
        List.of(
            new Outcome.Completed("j", Fakes.result(1.0 / 3, 1_000)),
            new Outcome.Completed("j", Fakes.result(Double.NEGATIVE_INFINITY, 7)),
            new Outcome.Diverged("j", "a", 3, Double.NaN),
            new Outcome.Diverged("j", "a", 3, -1e7),
            new Outcome.TimedOut("j", Duration.ofMillis(1_234), 9),
            new Outcome.Crashed("j", CrashCause.KILLED, "signal 9", 4));
    for (Outcome outcome : outcomes) {
      String line = Json.line(OutcomeJson.write(outcome));
      assertThat(OutcomeJson.read(Json.mapper().readTree(line))).isEqualTo(outcome);
    }
  }

  @Test
  void unknownOutcomeIsRefused() throws Exception {
    assertThatThrownBy(() -> OutcomeJson.read(Json.mapper().readTree("{\"outcome\":\"perfect\"}")))
        .hasMessage("'perfect' is no outcome");
  }
}
