package io.github.guerdon.generator.batch;

/** Hears how a batch goes; called by several threads at once. */
public interface BatchListener {

  /** Hears that an experiment begins, or is gone on with. */
  void begun(Experiment experiment);

  /**
   * Hears that an experiment has ended.
   *
   * @param known whether it had come to its end before this session
   */
  void ended(Experiment experiment, ExperimentOutcome outcome, boolean known);
}
