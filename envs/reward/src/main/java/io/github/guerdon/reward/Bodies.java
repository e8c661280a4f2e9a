package io.github.guerdon.reward;

/** Several bodies in the order they were named, for loops. */
public interface Bodies {

  /** Returns how many there are. */
  int size();

  /**
   * Returns one of them.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  Body get(int i);
}
