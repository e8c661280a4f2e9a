package io.github.guerdon.generator.search;

import io.github.guerdon.sandbox.training.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says which rewards are clearly worse than the best at a rung.
 *
 * <p>A race in the sense of Maron and Moore (1994, Hoeffding races): who is worse beyond the noise
 * of its measurement stops, and ties go on. The noise is that of episodes, by the difference of two
 * means, one-sided at 95 %. What differs between seeds is not in it: all of a generation train with
 * the same ones. Nor does the rule know who would yet catch up; audits tell how often that happens.
 */
final class RaceRule {

  /** The one-sided 95 % quantile of the standard normal distribution. */
  private static final double QUANTILE = 1.645;

  private RaceRule() {}

  /**
   * A reward at a rung.
   *
   * @param standings of its trainings there, one a seed
   */
  record Member(String id, List<Standing> standings) {

    Member {
      Objects.requireNonNull(id);
      standings = List.copyOf(standings);
    }

    /** Returns whether an episode has ended in each of its trainings. */
    private boolean measured() {
      return !standings.isEmpty() && standings.stream().allMatch(s -> s.episodes() > 0);
    }

    double shortfall() {
      return standings.stream().mapToDouble(Standing::shortfall).average().orElse(0);
    }

    double mean() {
      return standings.stream().mapToDouble(Standing::mean).average().orElse(0);
    }

    double standardError() {
      double squares =
          standings.stream().mapToDouble(s -> s.standardError() * s.standardError()).sum();
      return Math.sqrt(squares) / standings.size();
    }

    private boolean worseThan(Member other) {
      double noise = Math.hypot(standardError(), other.standardError());
      return mean() + QUANTILE * noise < other.mean();
    }
  }

  /**
   * What a rung says.
   *
   * @param reference the last of those that go on whatever happens; nothing if there are too few to
   *     compare with, or it is no better than a random policy
   * @param worse the ids of those that are clearly worse than it
   */
  record Verdict(Optional<Member> reference, Set<String> worse) {

    Verdict {
      Objects.requireNonNull(reference);
      worse = Set.copyOf(worse);
    }

    static Verdict abstention() {
      return new Verdict(Optional.empty(), Set.of());
    }
  }

  /**
   * Compares.
   *
   * @param here the members that have come to the rung
   * @param earlier those that were there before them
   * @param keep how many of all of them go on whatever happens, at least 1
   * @param random a random policy's fitness
   */
  static Verdict judge(List<Member> here, List<Member> earlier, int keep, double random) {
    List<Member> all = new ArrayList<>(here);
    all.addAll(earlier);
    Comparator<Member> bestFirst =
        Comparator.comparingDouble(Member::shortfall)
            .thenComparing(Comparator.comparingDouble(Member::mean).reversed());
    List<Member> ranking = all.stream().filter(Member::measured).sorted(bestFirst).toList();
    if (ranking.size() <= keep) {
      return Verdict.abstention();
    }
    Member reference = ranking.get(keep - 1);
    if (!(reference.mean() - QUANTILE * reference.standardError() > random)) {
      return Verdict.abstention();
    }
    List<Member> below = ranking.subList(keep, ranking.size());
    return new Verdict(
        Optional.of(reference),
        here.stream()
            .filter(below::contains)
            .filter(m -> m.worseThan(reference))
            .map(Member::id)
            .collect(Collectors.toSet()));
  }
}
