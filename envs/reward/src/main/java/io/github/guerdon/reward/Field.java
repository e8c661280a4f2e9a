package io.github.guerdon.reward;

/** A slice of one of MuJoCo's arrays, row after row; units and frame are MuJoCo's. */
public interface Field {

  /**
   * Returns one of the slice's numbers.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  double get(int i);

  /** Returns how many numbers the slice has. */
  int size();

  /** Returns the sum of the squares of all numbers. */
  double sumOfSquares();
}
