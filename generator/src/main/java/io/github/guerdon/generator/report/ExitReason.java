package io.github.guerdon.generator.report;

/** Why a search ended. */
public enum ExitReason {
  /** All that was planned was done. */
  COMPLETED,
  /** The plan was done, but a cap on trainings had cut it short. */
  TRAININGS_CAP,
  /** The plan was done, but a cap on steps had cut it short. */
  STEPS_CAP,
  /**
   * A cap on the designer's calls, tokens or money ended the design; what there was is measured.
   */
  DESIGN_CAP,
  /** The cap on wall time was reached; the run can be resumed. */
  TIME_CAP,
  /** The designer cannot work with what the user set; correct it and resume. */
  DESIGNER_SETTING,
  /** Nobody answers the designer; the run can be resumed. */
  DESIGNER_UNREACHABLE,
  /** No candidate was trained to the end. */
  NO_VALID_CANDIDATE,
  /** Somebody asked it to stop; the run can be resumed. */
  CANCELLED
}
