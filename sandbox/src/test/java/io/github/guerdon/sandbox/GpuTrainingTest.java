package io.github.guerdon.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.sandbox.nn.CudaDevice;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.SandboxSettings;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GpuTrainingTest {

  @TempDir private Path folder;

  @BeforeEach
  void needsAGpu() {
    CudaDevice.Probe probe = CudaDevice.probe();
    Assumptions.assumeTrue(probe.usable(), () -> "missing device: GPU (" + probe.text() + ")");
  }

  @Test
  void sameSeedGivesTheSameTrainingOnTheGpu() {
    TrainingResult first = train("first");
    TrainingResult second = train("second");

    assertThat(first.score()).isEqualTo(second.score());
    assertThat(first.curve()).isEqualTo(second.curve());
  }

  private TrainingResult train(String name) {
    Job cpu = SandboxFixture.job(folder, name, SandboxFixture.GOOD, 2_000);
    Job gpu =
        new Job(
            cpu.id(),
            cpu.task(),
            cpu.program(),
            cpu.seed(),
            cpu.settings().withCuda(true),
            cpu.directory(),
            cpu.deadline());
    try (Sandbox sandbox = Sandbox.open(new SandboxSettings(1, 1))) {
      Outcome outcome = sandbox.train(List.of(gpu), TrainingListener.silent()).get(0);
      return ((Outcome.Completed) outcome).result();
    }
  }
}
