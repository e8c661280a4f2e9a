package io.github.guerdon.sandbox.nn;

/**
 * Places one matrix in the flat parameter buffer, row after row.
 *
 * @param name as in {@code policy.0.weight}, {@code value.2.bias}, {@code policy.log_std}
 * @param offset of the first element, in floats
 * @param rows inputs of a weight matrix, 1 of a vector
 * @param columns outputs
 */
public record Tensor(String name, int offset, int rows, int columns) {
  /** Counts the elements. */
  public int size() {
    return rows * columns;
  }
}
