package io.github.guerdon.generator.batch;

import java.nio.file.Path;

/** Runs one experiment; called by several threads at once. */
@FunctionalInterface
public interface Experimenter {

  /**
   * Runs an experiment, or goes on with it.
   *
   * @param folder its run's, which may hold what there is of it
   */
  ExperimentOutcome run(Experiment experiment, Path folder);
}
