package io.github.guerdon.generator.evolve;

import io.github.guerdon.generator.design.Birth;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Populations that evolve apart: parents are drawn by rank within an island, children refine,
 * change a term or join two parents, and now and then the best of an island moves to the next.
 *
 * <p>A child's island is its place in its generation, modulo their number, so that who lives where
 * follows from the generations alone.
 *
 * @see <a href="https://arxiv.org/abs/2406.01309">Hazra et al., 2024</a>
 */
final class IslandsStrategy implements Strategy {

  private static final int MOST_ISLANDS = 3;

  /** How many members an island keeps, the best. */
  private static final int CAPACITY = 6;

  /** Every so many generations the best of each island moves on. */
  private static final int MIGRATION = 2;

  private static final double CROSSOVER = 0.5;
  private static final double MUTATION = 0.25;

  @Override
  public Brood next(Generation generation, int count, long seed) {
    List<List<Scored>> islands = islands(generation, count);
    List<Birth> births = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Seeds random = Seeds.stream(Seeds.derive(seed, "islands", i));
      births.add(birth(islands.get(i % islands.size()), random));
    }
    return Brood.of(generation, births);
  }

  private static Birth birth(List<Scored> island, Seeds random) {
    if (island.isEmpty()) {
      return Birth.of(Birth.Kind.EXPLORE);
    }
    double coin = random.nextDouble();
    Scored parent = byRank(island, random);
    if (coin < CROSSOVER && island.size() > 1) {
      List<Scored> others = island.stream().filter(s -> !s.id().equals(parent.id())).toList();
      return Birth.of(Birth.Kind.CROSSOVER, parent.id(), byRank(others, random).id());
    }
    return Birth.of(
        coin < CROSSOVER + MUTATION ? Birth.Kind.MUTATE : Birth.Kind.REFINE, parent.id());
  }

  /** Draws one of n with weights n, n − 1, …, 1, the best first. */
  private static Scored byRank(List<Scored> ranked, Seeds random) {
    int n = ranked.size();
    double left = random.nextDouble() * n * (n + 1) / 2;
    for (int i = 0; i < n; i++) {
      left -= n - i;
      if (left < 0) {
        return ranked.get(i);
      }
    }
    return ranked.get(n - 1);
  }

  /** Returns who lives on each island, best first. */
  static List<List<Scored>> islands(Generation generation, int count) {
    int number = Math.max(1, Math.min(MOST_ISLANDS, count / 2));
    List<Set<String>> members = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      members.add(new HashSet<>());
    }
    for (int g = 0; g <= generation.index(); g++) {
      int now = g;
      List<Candidate> born =
          generation.all().stream().filter(c -> c.draft().generation() == now).toList();
      for (int i = 0; i < born.size(); i++) {
        members.get(i % number).add(born.get(i).id());
      }
      if (g % MIGRATION == 1) {
        migrate(members, generation, g);
      }
    }
    return members.stream().map(m -> best(m, generation, generation.index())).toList();
  }

  private static void migrate(List<Set<String>> members, Generation generation, int until) {
    List<List<Scored>> before = members.stream().map(m -> best(m, generation, until)).toList();
    for (int i = 0; i < before.size(); i++) {
      Set<String> next = members.get((i + 1) % members.size());
      before.get(i).stream().findFirst().ifPresent(s -> next.add(s.id()));
    }
  }

  private static List<Scored> best(Set<String> members, Generation generation, int until) {
    return generation.ranking().stream()
        .filter(s -> s.draft().generation() <= until && members.contains(s.id()))
        .limit(CAPACITY)
        .toList();
  }
}
