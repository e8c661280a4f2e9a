package io.github.guerdon.sandbox;

import static io.github.guerdon.sandbox.SandboxFixture.GOOD;
import static io.github.guerdon.sandbox.SandboxFixture.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.sandbox.SandboxFixture.Heard;
import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.SandboxSettings;
import io.github.guerdon.sandbox.training.TrainingListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile rewards and killed processes: each gives a typed outcome and harms nobody else. */
final class FaultTest {

  /** More steps than any of these tests waits for. */
  private static final long ENDLESS = 500_000_000;

  private static Sandbox sandbox;
  @TempDir private static Path folder;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.open(new SandboxSettings(2, 1));
  }

  @AfterAll
  static void closedSandboxLeavesNoProcessBehind() throws InterruptedException {
    sandbox.close();

    assertThat(
            Processes.eventually(
                () ->
                    Processes.running(Processes.TRAINER).isEmpty()
                        && Processes.running(Processes.CELL).isEmpty()))
        .isTrue();
  }

  @Tag("defect-13")
  @Test
  void eachFailureIsTypedAndTheOthersGoOn() {
    List<String> bodies =
        List.of(
            GOOD,
            "while (true) { Fuel.spend(); }",
            "int zero = (int) (0 * after.dt()); terms.add(\"a\", 1 / zero);",
            "terms.add(\"a\", after.time() > 0.5 ? Math.sqrt(-1) : 0);",
            "double[][] all = new double[4096][];"
                + " for (int i = 0; i < 4096; i++) { all[i] = new double[1 << 20]; }",
            "terms.add(\"a\", 1e8 * after.dt());",
            "throw new IllegalStateException(\"on purpose\");",
            GOOD);
    List<Job> jobs =
        IntStream.range(0, bodies.size())
            .mapToObj(i -> job(folder, "typed" + i, bodies.get(i), 2_000 + i))
            .toList();
    Heard heard = new Heard();

    List<Outcome> outcomes = sandbox.train(jobs, heard);

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Completed.class);
    assertCrashed(outcomes.get(1), CrashCause.FUEL, "Exhausted");
    assertCrashed(outcomes.get(2), CrashCause.EXCEPTION, "ArithmeticException");
    assertThat(outcomes.get(3))
        .isInstanceOfSatisfying(
            Outcome.Diverged.class,
            diverged -> {
              assertThat(diverged.term()).isEqualTo("a");
              assertThat(diverged.value()).isNaN();
              assertThat(diverged.step()).isBetween(25 * 8L, 27 * 8L);
            });
    assertCrashed(outcomes.get(4), CrashCause.MEMORY, "");
    assertThat(outcomes.get(5))
        .isInstanceOfSatisfying(
            Outcome.Diverged.class, diverged -> assertThat(diverged.value()).isEqualTo(2e6));
    assertCrashed(outcomes.get(6), CrashCause.EXCEPTION, "on purpose");
    assertThat(outcomes.get(7)).isInstanceOf(Outcome.Completed.class);
    assertThat(heard.outcomes).containsExactlyInAnyOrderElementsOf(outcomes);
  }

  private static void assertCrashed(Outcome outcome, CrashCause cause, String where) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Crashed.class,
            crashed -> {
              assertThat(crashed.cause()).isEqualTo(cause);
              assertThat(crashed.where()).contains(where);
            });
  }

  @Test
  void loopThatSpendsNoFuelIsTimedOutByItsCellsDeadline() {
    Outcome outcome =
        only(job(folder, "spin", "while (true) { if (after.dt() < 0) { break; } }", 2_000));

    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
  }

  @Test
  void trainingBeyondItsDeadlineIsTimedOut() {
    Duration deadline = Duration.ofMillis(1_500);
    long begun = System.nanoTime();

    Outcome outcome = only(job(folder, "late", GOOD, ENDLESS, deadline));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.TimedOut.class,
            timedOut -> {
              assertThat(timedOut.after()).isEqualTo(deadline);
              assertThat(timedOut.step()).isPositive();
            });
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    assertThat(only(job(folder, "after-late", GOOD, 2_000))).isInstanceOf(Outcome.Completed.class);
  }

  @Test
  void killedCellCrashesItsTrainingOnly() {
    assertKilled(Processes.CELL, "cell");
  }

  @Test
  void killedTrainerCrashesItsTrainingOnly() {
    assertKilled(Processes.TRAINER, "trainer");
  }

  /** Kills one of two running processes of a kind; the other training has to complete. */
  private static void assertKilled(String mainClass, String name) {
    Job victim = job(folder, name + "-victim", GOOD, ENDLESS);
    Job other = job(folder, name + "-other", GOOD, 20_000);
    Heard killer =
        new Heard() {
          @Override
          public void progress(Progress heard) {
            super.progress(heard);
            boolean otherDone = outcomes.size() == 1;
            if (otherDone && heard.job().equals(victim.id())) {
              Processes.running(mainClass).stream().forEach(ProcessHandle::destroyForcibly);
            }
          }
        };

    List<Outcome> outcomes = sandbox.train(List.of(victim, other), killer);

    assertCrashed(outcomes.get(0), CrashCause.KILLED, "signal 9");
    assertThat(((Outcome.Crashed) outcomes.get(0)).step()).isPositive();
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Completed.class);
    assertThat(only(job(folder, name + "-next", GOOD, 2_000)))
        .isInstanceOf(Outcome.Completed.class);
  }

  @Test
  void interruptedCallerStopsItsTrainings() {
    Thread caller = Thread.currentThread();
    Heard interrupter =
        new Heard() {
          @Override
          public void progress(Progress heard) {
            caller.interrupt();
          }
        };

    int others = Processes.running(Processes.TRAINER).size();
    try (Sandbox own = Sandbox.open(new SandboxSettings(1, 1))) {
      assertThatThrownBy(() -> own.train(List.of(job(folder, "stop", GOOD, ENDLESS)), interrupter))
          .isInstanceOf(CancellationException.class);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(Processes.running(Processes.TRAINER)).hasSizeLessThanOrEqualTo(others);
    }
  }

  @Test
  void failingListenerStopsItsTrainings() {
    Heard failing =
        new Heard() {
          @Override
          public void progress(Progress heard) {
            throw new IllegalStateException("no more");
          }
        };

    int others = Processes.running(Processes.TRAINER).size();
    try (Sandbox own = Sandbox.open(new SandboxSettings(1, 1))) {
      assertThatThrownBy(() -> own.train(List.of(job(folder, "fail", GOOD, ENDLESS)), failing))
          .hasMessage("no more");

      assertThat(Processes.running(Processes.TRAINER)).hasSizeLessThanOrEqualTo(others);
    }
  }

  @Test
  void killedCoordinatorTakesTrainersAndCellsWithIt() throws Exception {
    Process coordinator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CoordinatorMain.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(coordinator.getInputStream().read()).isEqualTo('.');
      List<ProcessHandle> family =
          coordinator.descendants().filter(ProcessHandle::isAlive).toList();
      assertThat(family).hasSizeGreaterThanOrEqualTo(2);

      coordinator.destroyForcibly().waitFor();

      assertThat(Processes.eventually(() -> family.stream().noneMatch(ProcessHandle::isAlive)))
          .isTrue();
    } finally {
      coordinator.destroyForcibly();
    }
  }

  private static Outcome only(Job job) {
    return sandbox.train(List.of(job), TrainingListener.silent()).get(0);
  }

  /** Trains for ever and says a dot when it has begun. */
  static final class CoordinatorMain {

    private CoordinatorMain() {}

    public static void main(String[] args) {
      TrainingListener dot =
          new TrainingListener() {
            @Override
            public void progress(Progress progress) {
              System.out.print('.');
              System.out.flush();
            }

            @Override
            public void finished(Outcome outcome) {
              System.out.print(outcome);
            }
          };
      try (Sandbox own = Sandbox.open(new SandboxSettings(1, 1))) {
        own.train(List.of(job(Path.of(args[0]), "orphan", GOOD, ENDLESS)), dot);
      }
    }
  }
}
