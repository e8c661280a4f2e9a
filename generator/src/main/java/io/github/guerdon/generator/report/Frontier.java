package io.github.guerdon.generator.report;

import io.github.guerdon.generator.evolve.Candidate;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import io.github.guerdon.generator.evolve.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The Pareto list of fitness against cost: the candidates that nothing cheaper equals, in the order
 * of what the search had spent when it knew them. Costs add up in the order proposed, so that the
 * list is the same for any number of trainers.
 */
final class Frontier {

  private Frontier() {}

  /**
   * A candidate that was better than all before it.
   *
   * @param steps environment steps of the search's candidates up to and with this one
   */
  record Point(Scored candidate, long steps) {

    Point {
      Objects.requireNonNull(candidate);
    }
  }

  /**
   * Returns the list, the cheapest first.
   *
   * @param steps environment steps that each candidate was trained for, by its id
   */
  static List<Point> of(Generation generation, Map<String, Long> steps) {
    List<Point> points = new ArrayList<>();
    Optional<Scored> best = Optional.empty();
    long spent = 0;
    for (Candidate candidate : generation.all()) {
      spent += steps.getOrDefault(candidate.id(), 0L);
      if (candidate instanceof Scored scored
          && best.filter(b -> scored.score().compareTo(b.score()) <= 0).isEmpty()) {
        best = Optional.of(scored);
        points.add(new Point(scored, spent));
      }
    }
    return points;
  }
}
