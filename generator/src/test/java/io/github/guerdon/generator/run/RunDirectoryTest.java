package io.github.guerdon.generator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.search.Fakes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoryTest {

  private static final RunRecord RECORD = Fakes.record(Fakes.settings(), Caps.none());

  @TempDir private Path folder;

  @Test
  void recordComesBackAsItWas() throws Exception {
    RunDirectory.create(folder.resolve("run"), RECORD).close();
    assertThat(RunDirectory.read(folder.resolve("run"))).isEqualTo(RECORD);
    try (RunDirectory run = RunDirectory.resume(folder.resolve("run"))) {
      assertThat(run.record()).isEqualTo(RECORD);
    }
  }

  @Test
  void secondUserIsToldWhoHoldsTheRun() throws Exception {
    try (RunDirectory run = RunDirectory.create(folder.resolve("run"), RECORD)) {
      assertThatThrownBy(() -> RunDirectory.resume(run.path()))
          .isInstanceOfSatisfying(
              RunException.class, e -> assertThat(e.kind()).isEqualTo(RunException.Kind.HELD))
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void runThatGoesOnNoLongerSaysHowItEnded() throws Exception {
    Path path = folder.resolve("run");
    RunDirectory.create(path, RECORD).close();
    Path summary = Files.writeString(path.resolve(RunDirectory.SUMMARY), "Ended: CANCELLED.");
    RunDirectory.read(path);
    assertThat(summary).exists();
    RunDirectory.resume(path).close();
    assertThat(summary).doesNotExist();
  }

  @Test
  void folderThatHoldsSomethingIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    assertThatThrownBy(() -> RunDirectory.create(folder, RECORD))
        .isInstanceOfSatisfying(
            RunException.class, e -> assertThat(e.kind()).isEqualTo(RunException.Kind.EXISTS));
    assertThat(folder.toFile().list()).containsExactly("thesis.txt");
  }

  @Test
  void runThatWasKilledBeforeItsRecordCanBeBegunAgain() throws Exception {
    Files.writeString(folder.resolve("lock"), "1\n");
    Files.writeString(folder.resolve("run.json.part"), "{");
    RunDirectory.create(folder, RECORD).close();
    assertThat(RunDirectory.read(folder)).isEqualTo(RECORD);
  }

  @Test
  void folderWithoutARunCannotBeResumed() {
    assertThatThrownBy(() -> RunDirectory.resume(folder))
        .isInstanceOfSatisfying(
            RunException.class, e -> assertThat(e.kind()).isEqualTo(RunException.Kind.NOT_FOUND));
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void placeThatCannotBeWrittenIsSaidSo() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> RunDirectory.create(file.resolve("run"), RECORD))
        .isInstanceOfSatisfying(
            RunException.class, e -> assertThat(e.kind()).isEqualTo(RunException.Kind.UNWRITABLE))
        .hasMessageContaining("cannot be written");
  }

  @Test
  void unknownFormatIsRefusedByNumber() throws Exception {
    RunDirectory.create(folder.resolve("run"), RECORD).close();
    Path file = folder.resolve("run/run.json");
    Files.writeString(
        file, Files.readString(file).replace("\"format\" : " + RunRecord.FORMAT, "\"format\" : 9"));
    assertThatThrownBy(() -> RunDirectory.resume(folder.resolve("run")))
        .hasMessageContaining("format is 9, this version reads " + RunRecord.FORMAT);
  }
}
