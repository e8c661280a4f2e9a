package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.reward.slot.RewardProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hostile corpus with both gates off: javac compiles it as it is, a sealed cell runs it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class CorpusEscapeTest {

  private static final Path CORPUS = Path.of("../../critic/src/test/resources/corpus");
  private static final Set<String> CATEGORIES =
      Set.of("process", "files", "network", "reflection", "threads", "resources");
  private static final String SIGNATURE =
      "SlotState before, Action action, SlotState after, SlotTerms terms";

  private static final int NAME = 0;
  private static final int FILE = 1;
  private static final int CATEGORY = 5;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static CellLauncher launcher;

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static Canaries canaries;

  static List<String> rows() throws IOException {
    try (Stream<String> lines = Files.lines(CORPUS.resolve("index.tsv"))) {
      return lines
          .map(line -> line.split("\t"))
          .filter(row -> CATEGORIES.contains(row[CATEGORY]))
          .map(row -> row[NAME] + " " + row[FILE])
          .toList();
    }
  }

  @BeforeAll
  static void open() throws IOException {
    canaries = new Canaries(Files.writeString(folder.resolve("canary"), "unread"));
    launcher = CellLauncher.open(CellSettings.defaults().withFrameDeadline(Duration.ofMillis(400)));
  }

  @AfterAll
  static void close() throws IOException {
    launcher.close();
    canaries.close();
    assertThat(Family.cells()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void rowHarmsNobody(String row) throws IOException {
    String text = Files.readString(CORPUS.resolve(row.replaceFirst("^.* ", "")));
    // The next cell, ready and without a candidate: with this row's it will be gone.
    assertThat(launcher.sandboxLevel()).isPositive();
    Set<Long> before = pids();
    run(program(text));
    assertThat(canaries.connections()).isZero();
    assertThat(canaries.datagram()).isFalse();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("canary"));
    }
    Set<Long> left = pids();
    left.retainAll(before);
    assertThat(left).isEmpty();
  }

  /** Runs a few frames; every way to fail is a typed one. */
  private static void run(RewardProgram program) {
    try (Cell cell = launcher.start(program, Candidates.SPEC)) {
      for (int i = 0; i < 3; i++) {
        Candidates.fill(cell.frame(), 4);
        cell.evaluate(4, cell.frame());
      }
    } catch (CellFailure typed) {
      assertThat(typed.cause()).isNotNull();
    }
  }

  /** Makes a row's class fit what the critic would have made of it, and aims it at the bait. */
  private static RewardProgram program(String text) throws IOException {
    String aimed =
        text.replace("implements RewardFunction", "implements SlotReward")
            .replace("State before, Action action, State after, Terms terms", SIGNATURE)
            .replace("import io.github", "import io.github.guerdon.reward.slot.*; import io.github")
            .replace("/tmp/x", folder.resolve("stolen").toString())
            .replace(", 80)", ", " + canaries.bait().tcpPort() + ")");
    return new RewardProgram(
        "Reward",
        MemoryCompiler.compile(aimed),
        Candidates.TABLE,
        List.of("forward", "value"),
        false);
  }

  private static Set<Long> pids() {
    return Family.cells().stream().map(ProcessHandle::pid).collect(Collectors.toSet());
  }
}
