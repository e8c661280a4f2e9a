package io.github.guerdon.reward;

/** Several joints in the order they were named, for loops. */
public interface Joints {

  /** Returns how many there are. */
  int size();

  /**
   * Returns one of them.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  Joint get(int i);
}
