package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.guerdon.reward.slot.RewardProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a candidate can fail has its type, its place and its deadline. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class CellFailureTest {

  private static final Duration DEADLINE = Duration.ofSeconds(2);

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static CellLauncher launcher;

  @BeforeAll
  static void open() {
    launcher = CellLauncher.open(CellSettings.defaults().withFrameDeadline(DEADLINE));
  }

  @AfterAll
  static void close() {
    launcher.close();
  }

  @Test
  void aLoopThatSpendsFuelEndsAsFuel() {
    CellFailure failure = failureOf("while (true) Fuel.spend();");
    assertThat(failure.cause()).isEqualTo(new CellFailure.Fuel());
    assertThat(failure.world()).hasValue(0);
    assertThat(failure).hasMessageContaining("in line 10: more than 20000 loop rounds");
  }

  @Test
  void aLoopWithoutFuelEndsAtTheDeadline() {
    long from = System.nanoTime();
    CellFailure failure = failureOf("while (true) terms.add(0, 1);");
    assertThat(failure.cause()).isEqualTo(new CellFailure.Timeout(DEADLINE));
    assertThat(Duration.ofNanos(System.nanoTime() - from))
        .isBetween(DEADLINE, Duration.ofSeconds(6));
  }

  @Test
  void aSleepEndsAtTheDeadline() {
    CellFailure failure =
        failureOf("try { Thread.sleep(100000); } catch (InterruptedException e) { return; }");
    assertThat(failure.cause().word()).isEqualTo("TIMEOUT");
  }

  @Test
  void loadingForEverEndsAtTheDeadline() {
    RewardProgram program =
        Candidates.source("", "static { if (Fuel.PER_CALL > 0) while (true) Fuel.refill(); }");
    CellSettings hasty = CellSettings.defaults().withLoadDeadline(Duration.ofSeconds(3));
    try (CellLauncher hurried = CellLauncher.open(hasty)) {
      CellFailure failure =
          catchThrowableOfType(
              CellFailure.class, () -> hurried.start(program, Candidates.SPEC).close());
      assertThat(failure.cause().word()).isEqualTo("TIMEOUT");
    }
  }

  @Test
  void aDivisionByZeroTellsClassLineAndWorld() {
    CellFailure failure =
        failureOf("int zero = (int) (4100 - action.get(0));", "terms.add(0, 7 / zero);");
    assertThat(failure.cause())
        .isEqualTo(new CellFailure.Thrown("java.lang.ArithmeticException", 11));
    assertThat(failure.world()).hasValue(1);
    assertThat(failure).hasMessage("ArithmeticException in line 11: / by zero");
  }

  @Test
  void anExceptionFromWithinTheApiTellsTheCandidatesLine() {
    CellFailure failure = failureOf("", "", "terms.add(0, action.get(99));");
    assertThat(failure.cause())
        .isEqualTo(new CellFailure.Thrown("java.lang.IndexOutOfBoundsException", 12));
  }

  @Test
  void linesStayKnownWhenTheThrowerIsCompiled() throws CellFailure {
    String body = "terms.add(0, 7 / (int) (after.time() < 0 ? 0 : action.get(0)));";
    try (Cell cell = launcher.start(Candidates.body(body), Candidates.SPEC)) {
      Step step = new Step(64);
      for (int i = 0; i < 2000; i++) {
        step.fill(cell.frame());
        cell.evaluate(64, cell.frame());
      }
      Arrays.fill(step.controls(), 0);
      step.fill(cell.frame());
      CellFailure failure =
          catchThrowableOfType(CellFailure.class, () -> cell.evaluate(64, cell.frame()));
      assertThat(failure.cause())
          .isEqualTo(new CellFailure.Thrown("java.lang.ArithmeticException", 10));
    }
  }

  @Test
  void allocationWithoutEndIsMemory() {
    CellFailure failure =
        failureOf(
            "java.util.List<long[]> all = new java.util.ArrayList<>();",
            "while (true) all.add(new long[10000]);");
    assertThat(failure.cause()).isEqualTo(new CellFailure.Memory());
    assertThat(failure).hasMessageContaining("more than 64 MiB");
  }

  @Test
  void oneGiantArrayIsMemory() {
    assertThat(failureOf("terms.add(0, new double[Integer.MAX_VALUE].length);").cause())
        .isEqualTo(new CellFailure.Memory());
  }

  @Test
  void memoryOutsideTheHeapIsLimitedToo() {
    CellFailure failure =
        failureOf(
            "java.util.List<Object> all = new java.util.ArrayList<>();",
            "while (true) all.add(java.nio.ByteBuffer.allocateDirect(1 << 20));");
    assertThat(failure.cause().word()).isEqualTo("MEMORY");
  }

  @Test
  void deepRecursionIsAnException() {
    RewardProgram program =
        Candidates.source(
            "terms.add(0, f(1));", "static double f(double x) { return f(x + 1) + 1; }");
    CellFailure failure = failureOf(program);
    assertThat(failure.cause())
        .isInstanceOfSatisfying(
            CellFailure.Thrown.class,
            thrown -> assertThat(thrown.exception()).isEqualTo("java.lang.StackOverflowError"));
  }

  @Test
  void threadsWithoutEndFailWithinTheDeadline() {
    CellFailure failure =
        failureOf(
            "Runnable park = new java.util.concurrent.Semaphore(0)::acquireUninterruptibly;",
            "while (true) new Thread(park).start();");
    // The memory limit ends it in a thread's stack (an error), in malloc (an abort), or it is slow.
    assertThat(failure.cause().word()).as(failure.getMessage()).isIn("MEMORY", "KILLED", "TIMEOUT");
  }

  @Test
  void exitCodeZeroIsNoSuccess() {
    CellFailure failure = failureOf("System.exit(0);");
    assertThat(failure.cause()).isEqualTo(new CellFailure.Protocol());
    assertThat(failure).hasMessageContaining("ended by itself with exit code 0");
  }

  @Test
  void aKilledCellIsKilledWithItsSignal() throws CellFailure {
    Cell cell = launcher.start(Candidates.body("terms.add(0, 1);"), Candidates.SPEC);
    Candidates.fill(cell.frame(), 4);
    cell.evaluate(4, cell.frame());
    ProcessHandle.of(cell.pid()).orElseThrow().destroyForcibly();
    // Behind namespaces the JVM ends a moment after the process around it, and may answer till
    // then.
    CellFailure failure = failureOf(cell);
    while (failure == null) {
      failure = failureOf(cell);
    }
    assertThat(failure.cause()).isEqualTo(new CellFailure.Killed(9));
    assertThat(failure.world()).isEmpty();
    assertThat(failureOf(cell)).as("a failure is final").isSameAs(failure);
    cell.close();
  }

  @Test
  void garbageOnThePipeIsProtocol() {
    CellFailure failure =
        failureOf(
            "try { new java.io.FileOutputStream(java.io.FileDescriptor.out)",
            ".write(\"fifty bytes of garbage that is long enough for a header\".getBytes()); }",
            "catch (java.io.IOException e) { throw new IllegalStateException(e); }");
    assertThat(failure.cause()).isEqualTo(new CellFailure.Protocol());
    assertThat(failure).hasMessageContaining("begins with 'fifty bytes");
  }

  @Test
  void whatTheCellSaidIsAttached() {
    CellFailure failure = failureOf("System.err.println(\"last words\"); System.exit(5);");
    assertThat(failure).hasMessageContaining("exit code 5 (it said: last words)");
  }

  @Test
  void noFileCanBeWritten(@TempDir Path folder) {
    Path file = folder.resolve("stolen");
    CellFailure failure =
        failureOf(
            "try { java.nio.file.Files.writeString(java.nio.file.Path.of(\""
                + file
                + "\"), \"x\"); }",
            "catch (java.io.IOException e) { throw new IllegalStateException(e.getMessage()); }");
    assertThat(failure.cause())
        .isEqualTo(new CellFailure.Thrown("java.lang.IllegalStateException", 11));
    assertThat(file).doesNotExist();
  }

  @Tag("defect-20")
  @Test
  void theEnvironmentIsEmpty() throws CellFailure {
    assertThat(System.getenv()).isNotEmpty();
    RewardProgram program =
        Candidates.body(
            "for (String name : System.getenv().keySet()) if (!name.equals(\"PWD\")) return;",
            "terms.add(0, 1);");
    try (Cell cell = launcher.start(program, Candidates.SPEC)) {
      Candidates.fill(cell.frame(), 1);
      cell.evaluate(1, cell.frame());
      assertThat(cell.frame().terms()[0]).isEqualTo(1);
    }
  }

  @Test
  void aClassThatIsNoneIsAnExceptionAtLoad() {
    RewardProgram program =
        new RewardProgram(
            "Reward", new byte[] {1, 2, 3}, Candidates.TABLE, Candidates.TERMS, false);
    CellFailure failure =
        catchThrowableOfType(
            CellFailure.class, () -> launcher.start(program, Candidates.SPEC).close());
    assertThat(failure.cause().word()).isEqualTo("EXCEPTION");
    assertThat(failure).hasMessageContaining("cannot be made a SlotReward");
  }

  @Test
  void onlyTheCellsOwnClassesAreThere() {
    CellFailure failure =
        failureOf(
            "try { Class.forName(\"org.assertj.core.api.Assertions\"); }",
            "catch (ClassNotFoundException e) { throw new IllegalStateException(\"none\"); }");
    assertThat(failure).hasMessageContaining("none");
  }

  private static CellFailure failureOf(String... body) {
    return failureOf(Candidates.body(body));
  }

  private static CellFailure failureOf(RewardProgram program) {
    return catchThrowableOfType(
        CellFailure.class,
        () -> {
          try (Cell cell = launcher.start(program, Candidates.SPEC)) {
            Candidates.fill(cell.frame(), 4);
            cell.evaluate(4, cell.frame());
          }
        });
  }

  private static CellFailure failureOf(Cell cell) {
    return catchThrowableOfType(CellFailure.class, () -> cell.evaluate(4, cell.frame()));
  }
}
