package io.github.guerdon.reward;

/** Several geoms in the order they were named, for loops. */
public interface Geoms {

  /** Returns how many there are. */
  int size();

  /**
   * Returns one of them.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  Geom get(int i);
}
