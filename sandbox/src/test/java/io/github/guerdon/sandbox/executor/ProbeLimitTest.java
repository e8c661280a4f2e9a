package io.github.guerdon.sandbox.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.JavacPrograms;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.SandboxSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A probe is late by the processor time that it uses, not because others use the machine. */
final class ProbeLimitTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void close() {
    watchdog.shutdownNow();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  private TrainerSlot slot(double processorTime, Duration wallClock) {
    return new TrainerSlot(
        new SandboxSettings(1, 1), watchdog, new ProbeLimit(seconds(processorTime), wallClock));
  }

  private static ProbeResult probe(TrainerSlot slot) {
    Task task = JavacPrograms.task("cartpole-swingup");
    RewardProgram program =
        JavacPrograms.reward(task, "terms.add(\"speed\", after.joint(\"slider\").velocity());");
    return slot.probe(task, program, 0.99);
  }

  private static void signal(ProcessHandle process, String name)
      throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(exit).isZero();
  }

  @Test
  void processorTimeCountsAndTheWallClockBehindIt() {
    ProbeLimit limit = ProbeLimit.USUAL;
    assertThat(limit.late(Optional.of(seconds(59)), seconds(59))).isEmpty();
    assertThat(limit.late(Optional.of(seconds(20)), seconds(590)))
        .as("a machine that is thirty times too busy")
        .isEmpty();
    assertThat(limit.late(Optional.of(seconds(60)), seconds(61)))
        .contains("the probe took 60.0 s of processor time");
    assertThat(limit.late(Optional.of(seconds(1)), seconds(600)))
        .contains("the probe was not done after 600.0 s");
    assertThat(limit.late(Optional.empty(), seconds(59))).isEmpty();
    assertThat(limit.late(Optional.empty(), seconds(60))).isPresent();
  }

  @Test
  void trainerThatGetsNoProcessorIsNotLate() throws IOException, InterruptedException {
    try (TrainerSlot slot = slot(6, LONG)) {
      ProbeResult warm = probe(slot);
      assertThat(warm).isInstanceOf(ProbeResult.Passed.class);
      ProcessHandle trainer = slot.process().orElseThrow();
      signal(trainer, "STOP");
      CompletableFuture<ProbeResult> asked = CompletableFuture.supplyAsync(() -> probe(slot));
      Thread.sleep(7_000);
      assertThat(asked).isNotDone();
      signal(trainer, "CONT");
      assertThat(asked.join()).isEqualTo(warm);
    }
  }

  @Test
  void probeThatComputesTooLongIsLate() {
    try (TrainerSlot slot = slot(0.001, LONG)) {
      ProbeResult late = probe(slot);
      // What is done before anybody looks is done.
      for (int i = 0; i < 20 && late instanceof ProbeResult.Passed; i++) {
        late = probe(slot);
      }
      assertThat(late)
          .isEqualTo(new ProbeResult.Failed("TIMEOUT", "the probe took 0.001 s of processor time"));
      assertThat(slot.trainer().isAlive()).as("the next trainer").isTrue();
    }
  }

  @Test
  void probeThatWaitsForEverIsLate() throws IOException, InterruptedException {
    try (TrainerSlot slot = slot(60, seconds(2))) {
      slot.trainer();
      signal(slot.process().orElseThrow(), "STOP");
      assertThat(probe(slot))
          .isEqualTo(new ProbeResult.Failed("TIMEOUT", "the probe was not done after 2.0 s"));
    }
  }
}
