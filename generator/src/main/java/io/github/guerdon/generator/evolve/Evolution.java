package io.github.guerdon.generator.evolve;

import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.evolve.Candidate.Duplicate;
import io.github.guerdon.generator.evolve.Candidate.Outraced;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Selects: pure functions of immutable generations. */
public final class Evolution {

  /** How many of the best become parents. */
  private static final int PARENTS = 4;

  private Evolution() {}

  /** Returns the generation that follows with these candidates. */
  public static Generation step(Generation before, List<Candidate> candidates) {
    List<Candidate> all = new ArrayList<>(before.all());
    all.addAll(candidates);
    Set<String> ids = new HashSet<>();
    for (Candidate candidate : all) {
      if (!ids.add(candidate.id())) {
        throw new IllegalArgumentException("two candidates have the id " + candidate.id());
      }
    }
    return new Generation(before.index() + 1, candidates, all);
  }

  /** Returns the parents of the next generation, the champion of all generations first. */
  public static List<Past> parents(Generation generation) {
    return generation.ranking().stream().limit(PARENTS).map(Evolution::past).toList();
  }

  /** Returns all candidates so far as a designer sees them. */
  public static List<Past> earlier(Generation generation) {
    return generation.all().stream().map(Evolution::past).toList();
  }

  /**
   * Returns the candidates among which the winner is chosen: the best of all generations, no source
   * twice, and one more that is to be among them in the last one's place.
   *
   * @param invited such as the first generation's best
   */
  public static List<Scored> finalists(Generation generation, int count, Optional<Scored> invited) {
    Set<String> sources = new HashSet<>();
    List<Scored> best =
        generation.ranking().stream().filter(s -> sources.add(s.source())).limit(count).toList();
    boolean there =
        invited.isEmpty() || best.stream().anyMatch(s -> s.source().equals(invited.get().source()));
    if (there || count < 2) {
      return best;
    }
    List<Scored> with = new ArrayList<>(best.subList(0, Math.min(best.size(), count - 1)));
    with.add(invited.get());
    return List.copyOf(with);
  }

  static Past past(Candidate candidate) {
    return new Past(
        candidate.id(),
        candidate.draft().generation(),
        candidate.draft().proposal(),
        candidate.match(
            s -> Past.SCORED,
            Candidate.Failed::outcome,
            d -> Duplicate.OUTCOME,
            o -> Outraced.OUTCOME),
        candidate.source(),
        candidate.feedback());
  }
}
