package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.reward.slot.RewardProgram;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells leave nothing behind. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class CellLifeTest {

  private static final int CELLS = 15;

  @Test
  void fifteenCellsLeaveNoProcessAndNoDescriptor() throws CellFailure, IOException {
    RewardProgram program = Candidates.body("");
    try (CellLauncher warm = CellLauncher.open(CellSettings.defaults())) {
      warm.start(program, Candidates.SPEC).close();
    }
    int before = openFiles();
    long children = children();
    try (CellLauncher launcher = CellLauncher.open(CellSettings.defaults())) {
      for (int i = 0; i < CELLS; i++) {
        Cell cell = launcher.start(program, Candidates.SPEC);
        cell.close();
        cell.close();
        assertThat(Path.of("/proc", Long.toString(cell.pid()))).doesNotExist();
      }
    }
    // Fewer, should the JVM have let go of a file of its own meanwhile.
    assertThat(openFiles()).isLessThanOrEqualTo(before);
    assertThat(children()).isEqualTo(children);
  }

  @Test
  void closingTheLauncherEndsItsCells() throws CellFailure {
    CellLauncher launcher = CellLauncher.open(CellSettings.defaults());
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      cells.add(launcher.start(Candidates.body(""), Candidates.SPEC));
    }
    assertThat(cells).allMatch(cell -> ProcessHandle.of(cell.pid()).isPresent());
    launcher.close();
    launcher.close();
    assertThat(cells).noneMatch(cell -> ProcessHandle.of(cell.pid()).isPresent());
  }

  @Test
  void aClosedCellSaysSo() throws CellFailure {
    try (CellLauncher launcher = CellLauncher.open(CellSettings.defaults())) {
      Cell cell = launcher.start(Candidates.body(""), Candidates.SPEC);
      Candidates.fill(cell.frame(), 1);
      cell.close();
      assertThatThrownBy(() -> cell.evaluate(1, cell.frame()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is closed");
    }
  }

  @Test
  void closedLauncherLeavesNoFolder() throws CellFailure, IOException {
    Path folder;
    try (CellLauncher launcher = CellLauncher.open(CellSettings.defaults());
        Cell cell = launcher.start(Candidates.body(""), Candidates.SPEC)) {
      String line = Files.readString(Path.of("/proc", Long.toString(cell.pid()), "cmdline"));
      folder =
          Stream.of(line.split("\0"))
              .filter(word -> word.startsWith("-Djna.boot.library.path="))
              .map(word -> Path.of(word.substring(word.indexOf('=') + 1)))
              .findFirst()
              .orElseThrow();
      assertThat(folder).exists();
    }
    assertThat(folder.getParent()).doesNotExist();
  }

  @Test
  void aMissingJavaIsNotTheCandidatesFault() {
    CellSettings settings = CellSettings.defaults().withJava(Path.of("/nowhere/bin/java"));
    try (CellLauncher launcher = CellLauncher.open(settings)) {
      assertThatThrownBy(() -> launcher.start(Candidates.body(""), Candidates.SPEC))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("/nowhere/bin/java");
    }
  }

  @Test
  void aProcessThatIsNoCellIsNotTheCandidatesFault() {
    try (CellLauncher launcher =
        CellLauncher.open(CellSettings.defaults().withJava(Path.of("/bin/echo")))) {
      assertThatThrownBy(() -> launcher.start(Candidates.body(""), Candidates.SPEC))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("a reward cell cannot be started: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"idle", "computing"})
  void aCellDiesWithItsParent(String what) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                CellSettings.defaults().java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ChildLauncher.class.getName()));
    if (what.equals("computing")) {
      command.add(what);
    }
    Process child =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
            .start();
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      Path cell = Path.of("/proc", out.readLine());
      assertThat(cell).exists();
      Thread.sleep(100);
      child.destroyForcibly().waitFor();
      long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
      while (alive(cell) && System.nanoTime() < end) {
        Thread.sleep(5);
      }
      assertThat(alive(cell)).isFalse();
    } finally {
      child.destroyForcibly();
    }
  }

  /** A zombie that nobody in a container reaps is dead as well. */
  private static boolean alive(Path process) throws IOException {
    try {
      return !Files.readString(process.resolve("stat")).matches("(?s).*\\) [ZX] .*");
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private static int openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.collect(Collectors.toList()).size();
    }
  }

  private static long children() {
    return ProcessHandle.current().children().count();
  }
}
