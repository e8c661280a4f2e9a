package io.github.guerdon.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.sandbox.cell.KillPlan;
import io.github.guerdon.sandbox.cell.KillReport;
import io.github.guerdon.sandbox.executor.CellWait;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few kills in each run of the tests, and the measurement beside them. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class KillTrialTest {

  private static final int KILLS = 10;

  @TempDir private Path folder;

  @Test
  void randomKillsOfTrainersAndCellsGiveTypedOutcomesAndLeaveNothing() throws InterruptedException {
    KillReport report =
        KillTrial.run(
            SandboxFixture.CARTPOLE,
            JavacPrograms.reward(SandboxFixture.CARTPOLE, SandboxFixture.GOOD),
            TestSettings.normalised(20_000, 8, 128),
            folder,
            new KillPlan(KILLS, 2, 3, killed -> {}));

    assertThat(report.isClean()).as("%s", report).isTrue();
    assertThat(report.kills()).isEqualTo(KILLS);
  }

  @Test
  void waitingForTheCellIsAPartOfTheTraining() throws Exception {
    CellWait wait =
        CellWait.measure(
            SandboxFixture.CARTPOLE,
            JavacPrograms.reward(SandboxFixture.CARTPOLE, SandboxFixture.GOOD),
            TestSettings.normalised(4_000, 8, 128),
            3);

    assertThat(wait.waited()).isPositive();
    assertThat(wait.share()).isBetween(0.0, 1.0);
    assertThat(wait.level()).isPositive();
  }
}
