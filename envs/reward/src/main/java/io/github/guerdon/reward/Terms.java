package io.github.guerdon.reward;

/** Collects one step's named terms; the reward is their sum. */
public interface Terms {

  /**
   * Adds a value to a term. A repeated name adds up, a term that is not added is 0.
   *
   * @param name a string literal of letters, digits, space, {@code _}, {@code -} and {@code .}; at
   *     most 32 different names
   * @param value finite, at most 1e6 in magnitude
   */
  void add(String name, double value);
}
