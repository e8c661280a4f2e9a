package io.github.guerdon.generator.evolve;

import io.github.guerdon.generator.evolve.Candidate.Duplicate;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A generation and all that came before it.
 *
 * @param index from 0; −1 before the first
 * @param candidates this generation's candidates, in the order proposed
 * @param all the candidates of all generations so far, in order, these included
 */
public record Generation(int index, List<Candidate> candidates, List<Candidate> all) {

  /** Better scores first; the sort is stable, so that of equals the earlier one leads. */
  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparing(Scored::score).reversed();

  /** Copies the lists. */
  public Generation {
    candidates = List.copyOf(candidates);
    all = List.copyOf(all);
    if (index < -1) {
      throw new IllegalArgumentException("index is " + index + ", must be at least -1");
    }
  }

  /** Returns the generation before the first: nobody. */
  public static Generation none() {
    return new Generation(-1, List.of(), List.of());
  }

  /** Returns the scored candidates of all generations, best first. */
  public List<Scored> ranking() {
    return ranked(all);
  }

  /** Finds the best candidate of all generations. */
  public Optional<Scored> champion() {
    return ranking().stream().findFirst();
  }

  /** Finds the best candidate of this generation alone. */
  public Optional<Scored> best() {
    return ranked(candidates).stream().findFirst();
  }

  /**
   * Returns the share of this generation that was trained to the end, whatever it scored, or until
   * it was outraced; a duplicate counts as the one that was.
   */
  public double executionRate() {
    long trained =
        candidates.stream()
            .map(Generation::trained)
            .filter(c -> c.match(s -> true, f -> false, d -> false, o -> true))
            .count();
    return candidates.isEmpty() ? 0 : (double) trained / candidates.size();
  }

  /** Returns the candidate that was trained in this one's place. */
  private static Candidate trained(Candidate candidate) {
    return candidate.match(s -> s, f -> f, Duplicate::earlier, o -> o);
  }

  private static Optional<Scored> scored(Candidate candidate) {
    return candidate.match(
        Optional::of,
        failed -> Optional.<Scored>empty(),
        twin -> Optional.<Scored>empty(),
        outraced -> Optional.<Scored>empty());
  }

  private static List<Scored> ranked(List<Candidate> candidates) {
    return candidates.stream().flatMap(c -> scored(c).stream()).sorted(BEST_FIRST).toList();
  }
}
