package io.github.guerdon.generator.design.offline;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One term: a weight times factors, given or charged.
 *
 * @param charge whether it is subtracted
 * @param weight above 0
 * @param lowest the smallest weight that a tuner may try
 * @param highest the largest weight that a tuner may try
 * @param factors at least one
 */
record TermSketch(
    boolean charge, double weight, double lowest, double highest, List<Factor> factors) {

  /** How far from the first guess a tuner may move a weight. */
  private static final double FREEDOM = 20;

  TermSketch {
    factors = List.copyOf(factors);
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("a term has no factor; give at least one");
    }
    if (!(lowest > 0 && lowest <= weight && weight <= highest)) {
      throw new IllegalArgumentException(
          "weight " + weight + " is not in [" + lowest + ", " + highest + "]");
    }
  }

  static TermSketch of(boolean charge, double weight, Factor... factors) {
    double w = Decimals.round(weight);
    return new TermSketch(
        charge, w, Decimals.round(w / FREEDOM), Decimals.round(w * FREEDOM), List.of(factors));
  }

  static TermSketch give(double weight, Factor... factors) {
    return of(false, weight, factors);
  }

  static TermSketch charge(double weight, Factor... factors) {
    return of(true, weight, factors);
  }

  TermSketch weight(double value) {
    double w = Math.max(lowest, Math.min(highest, Decimals.round(value)));
    return new TermSketch(charge, w, lowest, highest, factors);
  }

  TermSketch factors(List<Factor> other) {
    return new TermSketch(charge, weight, lowest, highest, other);
  }

  /** Returns what the term is about: equal for two terms that differ in numbers only. */
  String structure() {
    return (charge ? "-" : "+")
        + factors.stream()
            .map(f -> f.signal().key() + "/" + f.form())
            .collect(Collectors.joining("*"));
  }

  /** Returns whether it reads something that the fitness reads. */
  boolean serves() {
    return factors.stream().anyMatch(f -> f.signal().key().startsWith("goal"));
  }
}
