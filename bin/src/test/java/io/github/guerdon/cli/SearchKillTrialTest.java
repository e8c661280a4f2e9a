package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.sandbox.cell.KillPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills in each test run; {@code guerdon bench kills --search N} makes any number. */
final class SearchKillTrialTest {

  @TempDir private Path folder;

  @Test
  void searchWhoseProcessesAreKilledEndsWithTheSameWinner() throws Exception {
    SearchKillTrial.Result result =
        SearchKillTrial.run(folder.resolve("trial"), KillPlan.quiet(8, 3));
    assertThat(result.report().violations()).isEmpty();
    assertThat(result.report().kills()).isPositive();
    assertThat(result.report().processesLeft()).isZero();
    assertThat(result.disturbed()).isEqualTo(result.quiet()).contains("\"id\"");
  }
}
