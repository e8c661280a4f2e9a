package io.github.guerdon.env;

/**
 * A run of numbers in a world's state that a task writes.
 *
 * @param target which part of the state
 * @param address the first number's index within it
 * @param from index of the first of the values to write
 * @param count how many
 */
record Place(Parameter.Target target, int address, int from, int count) {}
