package io.github.guerdon.generator.evolve;

import io.github.guerdon.generator.design.Birth;
import java.util.Collections;

/** No evolution: every child is a first guess that knows nothing of the others. */
final class BestOfStrategy implements Strategy {

  @Override
  public Brood next(Generation generation, int count, long seed) {
    return Brood.of(generation, Collections.nCopies(count, Birth.of(Birth.Kind.GUESS)));
  }
}
