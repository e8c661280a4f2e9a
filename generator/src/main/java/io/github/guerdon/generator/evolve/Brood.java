package io.github.guerdon.generator.evolve;

import io.github.guerdon.generator.design.Birth;
import io.github.guerdon.generator.design.Past;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the next generation comes from.
 *
 * @param parents the candidates to build on, best first
 * @param births what each child is to come from; empty where the designer is free to choose
 */
public record Brood(List<Past> parents, List<Birth> births) {

  /** Copies the lists. */
  public Brood {
    parents = List.copyOf(parents);
    births = List.copyOf(births);
  }

  /** Returns a brood whose children the designer shares out among the parents. */
  static Brood free(List<Past> parents) {
    return new Brood(parents, List.of());
  }

  /** Returns a brood of births, with their parents in the order of their rank. */
  static Brood of(Generation generation, List<Birth> births) {
    Set<String> ids = new HashSet<>();
    births.forEach(b -> ids.addAll(b.parents()));
    return new Brood(
        generation.ranking().stream()
            .filter(s -> ids.contains(s.id()))
            .map(Evolution::past)
            .toList(),
        births);
  }
}
