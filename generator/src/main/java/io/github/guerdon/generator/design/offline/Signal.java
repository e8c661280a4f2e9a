package io.github.guerdon.generator.design.offline;

import java.util.Objects;

/**
 * Something that a reward can be made of, derived from a task's vocabulary and measures.
 *
 * @param key its name within a catalogue: says the place it came from, never an element's name
 * @param label its name in Java and in terms
 * @param sort what its text gives
 * @param text Java over {@code after} (a state's number or condition), or over a whole step
 * @param low the lower end of what is good, −∞ if there is none
 * @param high the upper end of what is good, ∞ if there is none
 * @param scale how far from there it typically is, the first margin of a tolerance; above 0
 * @param weight the weight that makes it typically count about 1 a step; above 0
 */
record Signal(
    String key,
    String label,
    Sort sort,
    String text,
    double low,
    double high,
    double scale,
    double weight) {

  Signal {
    Objects.requireNonNull(key);
    Objects.requireNonNull(label);
    Objects.requireNonNull(sort);
    Objects.requireNonNull(text);
    if (!(scale > 0) || !(weight > 0) || !(low <= high)) {
      throw new IllegalArgumentException(
          "signal " + key + ": scale and weight are above 0 and low is not above high");
    }
  }

  /** What a signal's text gives. */
  enum Sort {
    /** A number of one state. */
    NUMBER,
    /** A number of a whole step: reads the action or both ends. */
    STEP,
    /** A condition. */
    CONDITION
  }

  static Signal number(String key, String label, String text, double scale, double weight) {
    return new Signal(
        key,
        label,
        Sort.NUMBER,
        text,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        scale,
        weight);
  }

  static Signal step(String key, String label, String text, double weight) {
    return new Signal(
        key, label, Sort.STEP, text, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1, weight);
  }

  static Signal condition(String key, String label, String text) {
    return new Signal(
        key, label, Sort.CONDITION, text, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1, 1);
  }

  Signal within(double low, double high) {
    return new Signal(key, label, sort, text, low, high, scale, weight);
  }

  boolean bounded() {
    return low > Double.NEGATIVE_INFINITY || high < Double.POSITIVE_INFINITY;
  }
}
