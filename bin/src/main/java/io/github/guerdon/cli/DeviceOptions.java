package io.github.guerdon.cli;

import io.github.guerdon.sandbox.nn.CudaDevice;
import io.github.guerdon.sandbox.training.TrainingSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What computes the networks, the same for each command that trains. */
final class DeviceOptions {

  /** As it is written on the command line. */
  @SuppressWarnings("java:S115") // the names are the option's values
  enum Choice {
    cpu,
    cuda,
    auto
  }

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda|auto",
      description =
          "What computes the networks; default: cpu. A GPU gives other bits than the CPU, so that its trainings are kept apart; auto takes one where there is one.")
  private @Nullable Choice choice;

  /** Returns whether the user named no device. */
  boolean none() {
    return choice == null;
  }

  /** Returns the settings for the device that the user wants. */
  TrainingSettings apply(TrainingSettings settings) {
    boolean cuda = choice == Choice.cuda || (choice == Choice.auto && CudaDevice.probe().usable());
    return require(settings.withCuda(cuda));
  }

  /** Returns the settings; ends the command if they need a GPU that is not there. */
  static TrainingSettings require(TrainingSettings settings) {
    if (settings.cuda()) {
      CudaDevice.Probe probe = CudaDevice.probe();
      if (!probe.usable()) {
        throw new CommandFailure(
            ExitCode.INFRASTRUCTURE,
            "the device cuda needs a GPU, but none can be used: "
                + probe.text()
                + "; train with --device cpu, or see 'guerdon doctor'");
      }
    }
    return settings;
  }
}
