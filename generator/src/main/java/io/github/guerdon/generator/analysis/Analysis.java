package io.github.guerdon.generator.analysis;

import io.github.guerdon.generator.analysis.fault.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a candidate's trainings say.
 *
 * @param objective the metric that is the fitness
 * @param fitness its mean over the evaluation episodes
 * @param requirements what was required and what was reached, in order
 * @param episodeLength mean length of an evaluation episode, in control steps
 * @param episodeLimit the longest that an episode can be
 * @param ownReturn mean return under its own reward
 * @param terms the reward's terms, in order
 * @param diagnosis the faults that the numbers show, causes first
 * @param sentences what is worth saying about it
 */
public record Analysis(
    String objective,
    double fitness,
    List<Requirement> requirements,
    double episodeLength,
    int episodeLimit,
    double ownReturn,
    List<Term> terms,
    List<Finding> diagnosis,
    List<String> sentences) {

  /** More would hide the cause among what follows from it. */
  private static final int MOST_FAULTS = 3;

  /** Copies the lists. */
  public Analysis {
    Objects.requireNonNull(objective);
    requirements = List.copyOf(requirements);
    terms = List.copyOf(terms);
    diagnosis = List.copyOf(diagnosis);
    sentences = List.copyOf(sentences);
  }

  /**
   * A requirement.
   *
   * @param rule such as {@code survival >= 0.95}
   * @param reached the metric's mean, not a number if no episode gave one
   * @param met whether that is enough
   */
  public record Requirement(String rule, double reached, boolean met) {

    /** Checks for null. */
    public Requirement {
      Objects.requireNonNull(rule);
    }
  }

  /**
   * A term over the trainings.
   *
   * @param name its name
   * @param mean mean of a step's value
   * @param sd standard deviation of a step's value
   * @param share its part of the reward's magnitude, in [0, 1]
   * @param trend where it went from the first to the last tenth of the training
   */
  public record Term(String name, double mean, double sd, double share, Trend trend) {

    /** Checks for null. */
    public Term {
      Objects.requireNonNull(name);
      Objects.requireNonNull(trend);
    }
  }

  /** Where a term went. */
  public enum Trend {
    RISING,
    FALLING,
    STEADY,
    /** It never changed at all. */
    CONSTANT
  }

  /** Returns the analysis as text: a line a number, then the faults and the sentences. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "fitness (%s): %.4g\n", objective, fitness));
    for (Requirement r : requirements) {
      text.append(
          String.format(
              Locale.ROOT,
              "required %s: %.4g, %s\n",
              r.rule(),
              r.reached(),
              r.met() ? "met" : "missed"));
    }
    text.append(
        String.format(
            Locale.ROOT, "episode length: %.1f of %d steps\n", episodeLength, episodeLimit));
    text.append(String.format(Locale.ROOT, "return under its own reward: %.4g\n", ownReturn));
    for (Term term : terms) {
      text.append(
          String.format(
              Locale.ROOT,
              "term %s: mean %.4g, spread %.4g, share %.0f %%, %s\n",
              term.name(),
              term.mean(),
              term.sd(),
              100 * term.share(),
              term.trend().name().toLowerCase(Locale.ROOT)));
    }
    diagnosis.stream()
        .limit(MOST_FAULTS)
        .forEach(f -> text.append("fault ").append(f.text()).append('\n'));
    sentences.forEach(s -> text.append(s).append('\n'));
    return text.toString();
  }
}
