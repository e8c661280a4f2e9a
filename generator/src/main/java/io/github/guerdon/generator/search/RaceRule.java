package io.github.guerdon.generator.search;

import io.github.guerdon.sandbox.training.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * The share of the best finalist's lead over a random policy that does not matter. Finalists are
   * close, and which of two equals wins is all one: without it equals would run to their end,
   * twelve trainings for nothing.
   */
  private static final double INDIFFERENCE = 0.05;

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

    /** Returns whether it is, beyond noise, not ahead of another by as much as a slack. */
    private boolean worseThan(Member other, double slack) {
      double noise = Math.hypot(standardError(), other.standardError());
      return mean() + QUANTILE * noise < other.mean() + slack;
    }
  }

  /**
   * What a rung says.
   *
   * @param reference who the others are compared with; nothing if there are too few to compare, or
   *     it is no better than a random policy
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
   * Compares a generation's candidates with the last of those that go on in any case, so that these
   * are the best of all that were ever there.
   *
   * @param here the members that have come to the rung
   * @param earlier those that were there before them
   * @param keep how many of all of them go on whatever happens, at least 1
   * @param random a random policy's fitness
   */
  static Verdict candidates(List<Member> here, List<Member> earlier, int keep, double random) {
    List<Member> ranking = ranking(Stream.concat(here.stream(), earlier.stream()));
    return judge(here, ranking, keep, keep - 1, 0, random);
  }

  /**
   * Compares finalists with the best of them, as one of them is looked for: who is not ahead of it
   * by what matters, noise allowed for, goes, if it is not among those that are kept.
   *
   * @param here the members that have come to the rung
   * @param keep how many of them go on whatever happens, at least 1
   * @param random a random policy's fitness
   */
  static Verdict finalists(List<Member> here, int keep, double random) {
    return judge(here, ranking(here.stream()), keep, 0, INDIFFERENCE, random);
  }

  /** Returns those with a measurement, the best first. */
  private static List<Member> ranking(Stream<Member> members) {
    Comparator<Member> bestFirst =
        Comparator.comparingDouble(Member::shortfall)
            .thenComparing(Comparator.comparingDouble(Member::mean).reversed());
    return members.filter(Member::measured).sorted(bestFirst).toList();
  }

  private static Verdict judge(
      List<Member> here,
      List<Member> ranking,
      int keep,
      int compared,
      double indifference,
      double random) {
    if (ranking.size() <= keep) {
      return Verdict.abstention();
    }
    Member reference = ranking.get(compared);
    if (!(reference.mean() - QUANTILE * reference.standardError() > random)) {
      return Verdict.abstention();
    }
    double slack = indifference * (reference.mean() - random);
    List<Member> below = ranking.subList(keep, ranking.size());
    return new Verdict(
        Optional.of(reference),
        here.stream()
            .filter(below::contains)
            .filter(m -> m.worseThan(reference, slack))
            .map(Member::id)
            .collect(Collectors.toSet()));
  }
}
