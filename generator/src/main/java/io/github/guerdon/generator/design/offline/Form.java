package io.github.guerdon.generator.design.offline;

/** How a signal becomes a factor of a term. */
enum Form {
  /** The number itself. */
  LINEAR,
  /** Its square, for what should be small. */
  SQUARE,
  /** The number, cut off at the factor's bounds. */
  CLAMPED,
  /** 1 within the factor's bounds, falling to 0.1 at the margin. */
  TOLERANCE,
  /** Potential-based shaping: the step's gain of the number over the factor's margin. */
  POTENTIAL,
  /** 1 where the condition holds, else 0. */
  INDICATOR
}
