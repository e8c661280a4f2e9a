package io.github.guerdon.generator.design.offline;

import java.util.Objects;

/**
 * One factor of a term.
 *
 * @param signal what it reads
 * @param form how that becomes a number
 * @param low lower bound of a tolerance or a clamp
 * @param high upper bound of a tolerance or a clamp
 * @param margin margin of a tolerance, divisor of a potential; above 0
 */
record Factor(Signal signal, Form form, double low, double high, double margin) {

  Factor {
    Objects.requireNonNull(signal);
    Objects.requireNonNull(form);
    if (!(low <= high) || !(margin > 0)) {
      throw new IllegalArgumentException(
          "factor " + signal.key() + ": low is not above high, and the margin is above 0");
    }
  }

  static Factor of(Signal signal, Form form) {
    return new Factor(signal, form, signal.low(), signal.high(), Decimals.round(signal.scale()));
  }

  Factor margin(double value) {
    return new Factor(signal, form, low, high, Decimals.round(value));
  }

  Factor bounds(double newLow, double newHigh) {
    return new Factor(signal, form, Decimals.round(newLow), Decimals.round(newHigh), margin);
  }

  /** Returns whether the margin changes what the factor gives. */
  boolean hasMargin() {
    return form == Form.TOLERANCE || form == Form.POTENTIAL;
  }
}
