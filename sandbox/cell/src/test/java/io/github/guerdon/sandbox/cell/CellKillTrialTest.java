package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A few kills in each run of the tests; the command makes ten thousand. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
final class CellKillTrialTest {

  private static final int KILLS = 30;
  private static final int JOBS = 2;
  private static final long SEED = 5;

  @Test
  void randomKillsGiveTypedOutcomesAndLeaveNothing() throws InterruptedException {
    CellSettings settings = CellSettings.defaults().withLoadDeadline(Duration.ofSeconds(30));
    List<Integer> told = Collections.synchronizedList(new ArrayList<>());
    KillReport report =
        CellKillTrial.run(
            Candidates.body("terms.add(0, after.time());"),
            Candidates.SPEC,
            settings,
            new KillPlan(KILLS, JOBS, SEED, told::add));
    assertThat(report.isClean()).as("%s", report).isTrue();
    assertThat(report.kills()).isEqualTo(KILLS);
    assertThat(told).hasSize(KILLS).contains(1, KILLS).doesNotHaveDuplicates();
    assertThat(report.states()).containsKeys("STARTING", "BETWEEN_FRAMES");
    assertThat(report.outcomes()).containsKey("KILLED");
  }
}
