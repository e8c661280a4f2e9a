package io.github.guerdon.generator.report;

import io.github.guerdon.generator.evolve.Candidate.Scored;
import io.github.guerdon.generator.evolve.Generation;
import io.github.guerdon.generator.report.SearchResult.Measured;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What the fresh seeds say of the winner, and what they do not.
 *
 * @param random the fitness of a policy that acts at random: the anchor of scores
 * @param noise standard deviation of fitness between seeds, measured from the official baseline, or
 *     from the first that there is; not a number if there is none
 * @param band how far two scores in the search may lie apart by noise alone; not a number if
 *     unknown
 * @param tied candidates that lie within the band of the winner's score in the search, best first
 * @param against how the winner compares with each baseline
 * @param humanNormalised the winner's share of the way from random to official; nothing where that
 *     way is not clearly longer than noise
 * @param refusal why there is no such share; empty if there is one
 */
public record Assessment(
    double random,
    double noise,
    double band,
    List<String> tied,
    Map<String, Comparison> against,
    OptionalDouble humanNormalised,
    String refusal) {

  /** The baseline that human-normalised scores go by. */
  public static final String OFFICIAL = "official";

  private static final double NORMAL_95 = 1.96;

  /** Checks for null and copies the collections. */
  public Assessment {
    tied = List.copyOf(tied);
    against = Collections.unmodifiableMap(new LinkedHashMap<>(against));
    Objects.requireNonNull(humanNormalised);
    Objects.requireNonNull(refusal);
  }

  /**
   * Assesses a winner that was measured.
   *
   * @param random a random policy's fitness
   * @param seeds trainings of a candidate in the search
   */
  public static Assessment of(
      Measured winner,
      Map<String, Fresh> baselines,
      Generation generation,
      double random,
      int seeds) {
    Fresh fresh = winner.fresh().orElseThrow();
    double noise = noise(baselines);
    double band = band(noise, seeds);
    Map<String, Comparison> against = new LinkedHashMap<>();
    baselines.forEach((name, b) -> against.put(name, Comparison.of(fresh, b, noise, random)));
    String refusal = refusal(baselines, random, noise);
    return new Assessment(
        random,
        noise,
        band,
        generation.ranking().stream()
            .filter(s -> !s.id().equals(winner.id()) && tied(s, winner, band))
            .map(Scored::id)
            .toList(),
        against,
        refusal.isEmpty()
            ? OptionalDouble.of(
                (fresh.iqm() - random)
                    / (Objects.requireNonNull(baselines.get(OFFICIAL)).iqm() - random))
            : OptionalDouble.empty(),
        refusal);
  }

  /** Returns how far two means over so many seeds lie apart by noise alone, in 95 of 100 cases. */
  static double band(double noise, int seeds) {
    return NORMAL_95 * noise * Math.sqrt(2.0 / seeds);
  }

  private static boolean tied(Scored other, Measured winner, double band) {
    return other.score().requirementsMet() == winner.search().requirementsMet()
        && Math.abs(other.score().value() - winner.search().value()) <= band;
  }

  /**
   * Returns the standard deviation of fitness between the seeds of the official baseline, or of the
   * first that there is; not a number if there is none.
   */
  static double noise(Map<String, Fresh> baselines) {
    Fresh official = baselines.get(OFFICIAL);
    return (official == null ? baselines.values().stream() : List.of(official).stream())
        .mapToDouble(b -> Statistics.deviation(Statistics.array(b.values())))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Says why a human-normalised score would be unsound; nothing if it is sound. */
  private static String refusal(Map<String, Fresh> baselines, double random, double noise) {
    Fresh official = baselines.get(OFFICIAL);
    if (official == null) {
      return "the task has no official baseline";
    }
    double way = official.iqm() - random;
    double band = band(noise, official.seeds());
    if (!(way > band) || !(official.iqmLow() > random)) {
      return String.format(
          Locale.ROOT,
          "official lies %.4g above random, which is not clearly more than noise (%.4g)",
          way,
          band);
    }
    return "";
  }
}
