package io.github.guerdon.generator.evolve;

/** Gives the designer the four best of all generations and leaves the rest to it. */
final class EliteStrategy implements Strategy {

  @Override
  public Brood next(Generation generation, int count, long seed) {
    return Brood.free(Evolution.parents(generation));
  }
}
