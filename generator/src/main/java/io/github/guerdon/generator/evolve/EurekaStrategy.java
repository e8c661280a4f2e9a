package io.github.guerdon.generator.evolve;

import io.github.guerdon.generator.design.Birth;
import java.util.Collections;

/**
 * Greedy: so many samples that all refine one parent, the best of all generations.
 *
 * @see <a href="https://arxiv.org/abs/2310.12931">Ma et al., 2023</a>
 */
final class EurekaStrategy implements Strategy {

  @Override
  public Brood next(Generation generation, int count, long seed) {
    String champion = generation.ranking().get(0).id();
    return Brood.of(generation, Collections.nCopies(count, Birth.of(Birth.Kind.REFINE, champion)));
  }
}
