package io.github.guerdon.generator.evolve;

/** Decides what each child of the next generation comes from. */
public interface Strategy {

  /**
   * Returns what the next generation comes from: a pure function, so that the same generation and
   * seed give the same brood.
   *
   * @param generation the generations so far, with at least one scored candidate
   * @param count how many children there will be
   * @param seed all randomness derives from it
   */
  Brood next(Generation generation, int count, long seed);
}
