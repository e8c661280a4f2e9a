package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.guerdon.reward.slot.RewardProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile classes that passed both gates attack from inside a sealed cell, and get nowhere. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class EscapeTest {

  private static final Duration DEADLINE = Duration.ofSeconds(2);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void noAttackSucceeds(int level) throws IOException {
    try (Canaries canaries = canaries();
        CellLauncher launcher = open(level)) {
      assertThat(winners(EnumSet.allOf(Attack.class), canaries, launcher, true)).isEmpty();
      assertThat(canaries.connections()).isZero();
      assertThat(canaries.datagram()).isFalse();
      assertThat(folder.resolve("stolen")).doesNotExist();
      assertHarmlessRewardWorks(launcher);
    }
    assertThat(Family.cells()).isEmpty();
  }

  /** Else the attacks might fail for reasons of their own. */
  @Test
  void theSameAttacksSucceedInAPlainProcess() throws IOException {
    // This one would succeed at once and for good.
    Set<Attack> attacks = EnumSet.complementOf(EnumSet.of(Attack.NATIVE_EXECUTE));
    Set<Attack> successful;
    try (Canaries canaries = canaries();
        CellLauncher launcher = open(0)) {
      successful = winners(attacks, canaries, launcher, false);
      assertThat(canaries.connections()).isPositive();
      assertThat(canaries.datagram()).isTrue();
    }
    assertThat(successful)
        .contains(
            Attack.READ_FILE,
            Attack.READ_ENVIRONMENT,
            Attack.LIST_FOLDER,
            Attack.CONNECT,
            Attack.LISTEN,
            Attack.SEND_DATAGRAM,
            Attack.RUN_PROGRAM,
            Attack.NATIVE_OPEN,
            Attack.NATIVE_SOCKET,
            Attack.NATIVE_UNIX_SOCKET,
            Attack.NATIVE_ASK_PARENT,
            Attack.NATIVE_STOP_CLOCK);
  }

  private static Set<Attack> winners(
      Set<Attack> attacks, Canaries canaries, CellLauncher launcher, boolean sealed)
      throws IOException {
    String folder = String.valueOf(Path.of(canaries.bait().file()).getParent());
    RewardProgram program = Attack.program(attacks, canaries.bait(), folder, sealed);
    try (Cell cell = launcher.start(program, Candidates.SPEC)) {
      Candidates.fill(cell.frame(), 1);
      cell.evaluate(1, cell.frame());
      return Attack.winners(attacks, cell.frame().terms()[0]);
    } catch (CellFailure e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aForgedAnswerIsRefused() {
    assertProtocol(
        "byte[] f = new byte[48]; java.nio.ByteBuffer b = java.nio.ByteBuffer.wrap(f)",
        ".order(java.nio.ByteOrder.LITTLE_ENDIAN);",
        "b.putInt(0, 0x47435231).putInt(4, 6).putLong(8, 1234).putLong(16, 2).putInt(24, 16);",
        "java.util.zip.CRC32C c = new java.util.zip.CRC32C(); c.update(f, 0, 28);",
        "c.update(f, 32, 16); b.putInt(28, (int) c.getValue());",
        "try { new java.io.FileOutputStream(java.io.FileDescriptor.out).write(f); }",
        "catch (java.io.IOException e) { throw new IllegalStateException(e); }");
  }

  @Test
  void aClosedAnswerPipeIsProtocol() {
    assertProtocol(
        "try { new java.io.FileOutputStream(java.io.FileDescriptor.out).close(); }",
        "catch (java.io.IOException e) { throw new IllegalStateException(e); }");
  }

  @Test
  void haltWithCodeZeroIsProtocol() {
    assertProtocol("Runtime.getRuntime().halt(0);");
  }

  private static void assertProtocol(String... body) {
    try (CellLauncher launcher = strongest()) {
      CellFailure failure = failure(launcher, Candidates.body(body));
      assertThat(failure.cause()).as(failure.getMessage()).isEqualTo(new CellFailure.Protocol());
      assertHarmlessRewardWorks(launcher);
    }
    assertThat(Family.cells()).isEmpty();
  }

  @Test
  void aThreadThatStealsFramesHarmsItsOwnCandidateOnly() {
    try (CellLauncher launcher = strongest()) {
      RewardProgram program =
          Candidates.body(
              "java.io.InputStream in = new java.io.FileInputStream(java.io.FileDescriptor.in);",
              "Thread t = new Thread(() -> { try { while (in.read(new byte[1 << 16]) >= 0) { } }",
              "catch (java.io.IOException e) { } });",
              "t.start(); try { t.join(100); } catch (InterruptedException e) { }");
      @Nullable CellFailure failure = failure(launcher, program);
      // The cell's own thread may win the race for a frame; then nothing was stolen.
      if (failure != null) {
        assertThat(failure.cause().word()).isIn("TIMEOUT", "PROTOCOL");
      }
      assertHarmlessRewardWorks(launcher);
    }
  }

  @Test
  void aThreadLeftRunningEndsWithItsCell() throws CellFailure {
    try (CellLauncher launcher = strongest()) {
      String body = "new Thread(() -> { while (true) { } }).start(); terms.add(0, 1);";
      try (Cell cell = launcher.start(Candidates.body(body), Candidates.SPEC)) {
        Candidates.fill(cell.frame(), 1);
        cell.evaluate(1, cell.frame());
        assertThat(cell.frame().terms()[0]).isEqualTo(1);
      }
    }
    assertThat(Family.cells()).isEmpty();
  }

  @Test
  void aFloodOnStandardErrorIsDrainedAndCut() {
    try (CellLauncher launcher = strongest()) {
      CellFailure failure =
          failure(
              launcher,
              Candidates.body(
                  "byte[] megabyte = new byte[1 << 20];",
                  "for (int i = 0; i < 32; i++) System.err.write(megabyte, 0, 1 << 20);",
                  "System.err.print(\"the end\"); throw new IllegalStateException();"));
      assertThat(failure).hasMessageEndingWith("the end)");
      assertThat(String.valueOf(failure.getMessage())).hasSizeLessThan(5_000);
    }
  }

  @Test
  void oneCandidatesCellIsNeverAnothers() throws CellFailure {
    try (CellLauncher launcher = strongest()) {
      Set<Long> pids = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        try (Cell cell = launcher.start(Candidates.body("terms.add(0, 1);"), Candidates.SPEC)) {
          assertThat(pids.add(cell.pid())).isTrue();
        }
      }
    }
  }

  private static void assertHarmlessRewardWorks(CellLauncher launcher) {
    RewardProgram program = Candidates.body("terms.add(0, after.frame(0).position().z());");
    try (Cell cell = launcher.start(program, Candidates.SPEC)) {
      Candidates.fill(cell.frame(), 2);
      cell.evaluate(2, cell.frame());
      assertThat(cell.frame().terms()).startsWith(2002, 0, 2102, 0);
    } catch (CellFailure e) {
      throw new AssertionError(e);
    }
  }

  /** Returns how a candidate fails, within two frames. */
  private static CellFailure failure(CellLauncher launcher, RewardProgram program) {
    return catchThrowableOfType(
        CellFailure.class,
        () -> {
          try (Cell cell = launcher.start(program, Candidates.SPEC)) {
            for (int i = 0; i < 2; i++) {
              Candidates.fill(cell.frame(), 1);
              cell.evaluate(1, cell.frame());
            }
          }
        });
  }

  private static CellLauncher strongest() {
    return CellLauncher.open(CellSettings.defaults().withFrameDeadline(DEADLINE));
  }

  private static CellLauncher open(int level) {
    return Levels.open(
        level,
        CellSettings.defaults()
            .withFrameDeadline(Duration.ofSeconds(5))
            .withLoadDeadline(Duration.ofSeconds(30)));
  }

  private Canaries canaries() throws IOException {
    return new Canaries(Files.writeString(folder.resolve("canary"), "unread"));
  }
}
