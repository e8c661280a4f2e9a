package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real cells prove their levels. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class LevelTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void eachLevelIsProvenByARealCellAndRunsACandidate(int level) throws CellFailure {
    try (CellLauncher launcher = Levels.open(level, CellSettings.defaults());
        Cell cell = launcher.start(Candidates.body("terms.add(0, 7);"), Candidates.SPEC)) {
      assertThat(cell.sandboxLevel()).isEqualTo(level);
      assertThat(launcher.sandboxProof().get(0)).startsWith("level " + level + ": ");
      Candidates.fill(cell.frame(), 2);
      cell.evaluate(2, cell.frame());
      assertThat(cell.frame().terms()).startsWith(7, 0, 7, 0);
    }
  }

  @Test
  void aSealedCellsProofNamesEveryAttempt() {
    try (CellLauncher launcher = Levels.open(1, CellSettings.defaults())) {
      assertThat(launcher.sandboxProof())
          .contains(
              "system-call filter: mode 2",
              "sealed: read a file: EPERM, read another process's environment: EPERM, connect to a"
                  + " port: EPERM, signal the parent: EPERM, send a datagram: EPERM, run a program:"
                  + " EPERM, start a process: EPERM");
    }
  }

  @Test
  void withoutASealNoCandidateRunsUnlessAsked() {
    try (CellLauncher launcher = CellLauncher.open(CellSettings.defaults().withStrongest(0))) {
      assertThatThrownBy(() -> launcher.start(Candidates.body(""), Candidates.SPEC))
          .isInstanceOfSatisfying(SealException.class, e -> assertThat(e.level()).isZero())
          .hasMessageStartingWith("sandbox level 0: ")
          .hasMessageContaining("--allow-weak-sandbox");
      assertThatThrownBy(launcher::sandboxLevel).isInstanceOf(SealException.class);
    }
  }

  @Test
  void aFilterlessCellProvesLevelZeroWhateverStandsAroundIt() throws Exception {
    CellStarter starter = new CellStarter(CellSettings.defaults());
    try (EmptyCell cell = starter.start(Wall.NONE)) {
      assertThat(cell.level()).isZero();
      assertThat(KernelView.unfiltered(cell.dialogue().process().pid())).isPresent();
    } finally {
      starter.close();
      starter.release();
    }
  }

  @Test
  void theNextCellIsReadyBeforeItIsAskedFor() throws Exception {
    try (CellLauncher launcher = CellLauncher.open(CellSettings.defaults())) {
      launcher.start(Candidates.body(""), Candidates.SPEC).close();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      long ready = 0;
      while (ready == 0 && System.nanoTime() < end) {
        Thread.sleep(20);
        ready = Family.cells().size();
      }
      assertThat(ready).isBetween(1L, 3L);
    }
  }

  @Test
  void aSpareThatWasKilledIsNotUsed() throws Exception {
    try (CellLauncher launcher = CellLauncher.open(CellSettings.defaults())) {
      assertThat(launcher.sandboxLevel()).isNotNegative();
      ProcessHandle spare = Family.cells().get(0);
      spare.destroyForcibly();
      spare.onExit().get(5, TimeUnit.SECONDS);
      try (Cell cell = launcher.start(Candidates.body("terms.add(0, 1);"), Candidates.SPEC)) {
        Candidates.fill(cell.frame(), 1);
        cell.evaluate(1, cell.frame());
        assertThat(cell.pid()).isNotEqualTo(spare.pid());
      }
    }
  }

  @Test
  void aFolderOfAKilledLauncherIsOnlyClearedAwayOnceItIsOld() throws Exception {
    Path young = Files.createTempDirectory("guerdon-cell-999999999-");
    Path old = Files.createTempDirectory("guerdon-cell-999999999-");
    Files.writeString(old.resolve("canary"), "x");
    Files.setLastModifiedTime(old, FileTime.fromMillis(0));
    try (Scratch scratch = new Scratch()) {
      assertThat(old).doesNotExist();
      assertThat(young).exists();
      assertThat(scratch.visible()).exists();
    } finally {
      Files.delete(young);
    }
  }

  @Test
  void launchersThatClearAwayTheSameFoldersAllStart() throws Exception {
    int launchers = 8;
    CyclicBarrier line = new CyclicBarrier(launchers);
    ExecutorService pool = Executors.newFixedThreadPool(launchers);
    try {
      for (int round = 0; round < 5; round++) {
        for (int i = 0; i < 100; i++) {
          Path old = Files.createTempDirectory("guerdon-cell-999999999-");
          Files.writeString(old.resolve("canary"), "x");
          Files.setLastModifiedTime(old, FileTime.fromMillis(0));
        }
        Callable<Boolean> start =
            () -> {
              line.await();
              try (Scratch scratch = new Scratch()) {
                return Files.exists(scratch.visible());
              }
            };
        for (Future<Boolean> started : pool.invokeAll(Collections.nCopies(launchers, start))) {
          assertThat(started.get()).isTrue();
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
