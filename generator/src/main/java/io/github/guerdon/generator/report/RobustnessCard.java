package io.github.guerdon.generator.report;

import io.github.guerdon.env.Score;
import io.github.guerdon.env.Variant;
import io.github.guerdon.env.Variant.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy reaches where its task's model is not quite the one it was trained in.
 *
 * @param tried the models with the policy's score in each; the model as it is comes first
 */
public record RobustnessCard(List<Tried> tried) {

  /** The share of the nominal fitness that a variant may cost to count as held. */
  static final double TOLERANCE = 0.1;

  /**
   * A policy in one model.
   *
   * @param variant what was scaled
   * @param score by the task's own metrics
   */
  public record Tried(Variant variant, Score score) {

    /** Checks for null. */
    public Tried {
      Objects.requireNonNull(variant);
      Objects.requireNonNull(score);
    }
  }

  /** Copies the list, which must begin with the model as it is and hold no other such one. */
  public RobustnessCard {
    tried = List.copyOf(tried);
    if (tried.size() < 2
        || tried.stream().map(t -> t.variant().kind() == Kind.NOMINAL).distinct().count() != 2
        || tried.get(0).variant().kind() != Kind.NOMINAL
        || tried.get(1).variant().kind() == Kind.NOMINAL) {
      throw new IllegalArgumentException(
          "a robustness card has the model as it is, then variants of it");
    }
  }

  /** Returns what is reached in the model as it is. */
  public Tried nominal() {
    return tried.get(0);
  }

  /**
   * Finds the worst of the ends, where one field alone is scaled: by requirements first, then by
   * fitness; the first of equals.
   */
  public Optional<Tried> worstEnd() {
    return tried.stream()
        .filter(t -> Set.of(Kind.LOW, Kind.HIGH).contains(t.variant().kind()))
        .min(Comparator.comparing(Tried::score));
  }

  /** Returns how many models were drawn. */
  public int draws() {
    return drawn().length;
  }

  /**
   * Returns the interquartile mean of the fitness over the draws; not a number if there is none.
   */
  public double iqm() {
    return Statistics.interquartileMean(drawn());
  }

  /** Finds the draw with the lowest fitness. */
  public Optional<Tried> lowest() {
    return tried.stream()
        .filter(t -> t.variant().kind() == Kind.DRAW)
        .min(Comparator.comparingDouble(t -> t.score().value()));
  }

  /** Says what the card comes to, a sentence each. */
  public List<String> sentences() {
    List<String> lines = new ArrayList<>();
    lines.add("Nominal " + said(nominal()) + ".");
    worstEnd()
        .ifPresent(t -> lines.add("Worst end " + said(t) + " with " + t.variant().text() + "."));
    lowest()
        .ifPresent(
            t ->
                lines.add(
                    String.format(
                        Locale.ROOT, "%d draws: IQM %.4g, lowest %s.", draws(), iqm(), said(t))));
    lines.add(held() + " of " + variants() + " variants within 10 % of nominal.");
    return lines;
  }

  private static String said(Tried tried) {
    return String.format(Locale.ROOT, "%.4g", tried.score().value())
        + (tried.score().requirementsMet() ? "" : " (requirements missed)");
  }

  private double[] drawn() {
    return tried.stream()
        .filter(t -> t.variant().kind() == Kind.DRAW)
        .mapToDouble(t -> t.score().value())
        .toArray();
  }

  /** Returns how many models were tried besides the one as it is. */
  public int variants() {
    return tried.size() - 1;
  }

  /**
   * Returns in how many of them fitness stays within 10 % of what it is in the model as it is, or
   * is above it; where the requirements are met there, they must be met too.
   */
  public int held() {
    return (int) tried.stream().skip(1).filter(t -> holds(t.score())).count();
  }

  private boolean holds(Score score) {
    Score nominal = nominal().score();
    double least = nominal.value() - TOLERANCE * Math.abs(nominal.value());
    return score.value() >= least && (score.requirementsMet() || !nominal.requirementsMet());
  }
}
