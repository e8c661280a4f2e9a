package io.github.guerdon.env.step;

/**
 * A run of numbers in a world's state that a task writes.
 *
 * @param part which part of the state
 * @param address the first number's index within it
 * @param from index of the first of the values to write
 * @param count how many
 */
record Place(Part part, int address, int from, int count) {

  /** A part of a world's state. */
  enum Part {
    POSITIONS,
    MOCAP_POSITION,
    MOCAP_ORIENTATION
  }
}
