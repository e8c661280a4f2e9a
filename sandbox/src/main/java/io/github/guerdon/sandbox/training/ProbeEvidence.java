package io.github.guerdon.sandbox.training;

import io.github.guerdon.sandbox.training.TermProbe.Spread;
import java.util.List;
import java.util.Objects;

/**
 * What the probe says of a reward beside whether it may be trained; no number of it comes from a
 * trained policy or from another reward.
 *
 * @param terms each term, in the program's order
 * @param windows how many windows there were; 0 if nothing was looked at
 * @param totals the terms' sum a step, of each window its mean
 * @param alignment rank correlation of the terms' sum with the objective over windows; not a number
 *     where either never changes
 */
public record ProbeEvidence(List<TermProbe> terms, int windows, Spread totals, double alignment) {

  /** Says nothing. */
  public static final ProbeEvidence NOTHING =
      new ProbeEvidence(List.of(), 0, Spread.NOTHING, Double.NaN);

  /** Copies the list. */
  public ProbeEvidence {
    terms = List.copyOf(terms);
    Objects.requireNonNull(totals);
  }

  /** Returns what a step gives in all while nothing acts. */
  public double idle() {
    return terms.stream().mapToDouble(TermProbe::idle).sum();
  }

  /** Returns what a step gives in all under random actions. */
  public double random() {
    return terms.stream().mapToDouble(TermProbe::random).sum();
  }

  /** Returns what a step gives in all that ends an episode before its time limit. */
  public double end() {
    return terms.stream().mapToDouble(TermProbe::end).sum();
  }

  /** Returns how much more a step gives in all where the objective is high than where it is low. */
  public double pays() {
    return terms.stream().mapToDouble(TermProbe::pays).sum();
  }
}
