package io.github.guerdon.sandbox.training;

import java.util.OptionalDouble;

/** Hears how trainings go; always called on the thread that called {@link Sandbox#train}. */
public interface TrainingListener {

  /** Hears that a job has come further; a few times a second for each running job at most. */
  void progress(Progress progress);

  /** Hears that a job has ended, once for each job, in the order in which they end. */
  void finished(Outcome outcome);

  /** Returns a listener that does nothing. */
  static TrainingListener silent() {
    return new TrainingListener() {
      @Override
      public void progress(Progress progress) {}

      @Override
      public void finished(Outcome outcome) {}
    };
  }

  /**
   * How far a running job is.
   *
   * @param job the job's id
   * @param step environment steps taken
   * @param stepsPerSecond over the time since the training began
   * @param ownReturn mean return under its own reward of recently ended episodes, once one has
   *     ended
   */
  record Progress(String job, long step, double stepsPerSecond, OptionalDouble ownReturn) {}
}
