package io.github.guerdon.cli;

import io.github.guerdon.sandbox.training.SandboxSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many trainings run at a time, the same for each command that searches. */
final class TrainerOptions {

  @Option(
      names = "--trainers",
      paramLabel = "N",
      description = "Trainings at a time; default: one a core. Changes no result.")
  private @Nullable Integer trainers;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * Returns the number of trainers.
   *
   * @throws ParameterException if the user asked for less than one
   */
  int count() {
    if (trainers != null && trainers < 1) {
      throw new ParameterException(
          spec.commandLine(), "--trainers is " + trainers + ", must be at least 1.");
    }
    return trainers == null ? SandboxSettings.defaults().trainers() : trainers;
  }
}
