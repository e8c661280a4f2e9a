package io.github.guerdon.generator.search;

/** Why a search ended. */
public enum ExitReason {
  /** All that was planned was done. */
  COMPLETED,
  /** The plan was done, but a cap on trainings had cut it short. */
  TRAININGS_CAP,
  /** The plan was done, but a cap on steps had cut it short. */
  STEPS_CAP,
  /** No candidate was trained to the end. */
  NO_VALID_CANDIDATE,
  /** Somebody asked it to stop; the run can be resumed. */
  CANCELLED
}
