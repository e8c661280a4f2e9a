package io.github.guerdon.generator.analysis;

import io.github.guerdon.generator.analysis.Analysis.Trend;
import io.github.guerdon.generator.analysis.fault.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be read back from {@link Analysis#text}, which is all that earlier candidates carry.
 *
 * @param objective the metric that is the fitness
 * @param fitness the fitness as written
 * @param met requirements that are met
 * @param missed requirements that are missed
 * @param terms the reward's terms, in order
 * @param blames what the diagnosis says, causes first
 */
public record Digest(
    String objective, double fitness, int met, int missed, List<Term> terms, List<Blame> blames) {

  private static final Pattern FITNESS = Pattern.compile("fitness \\(([^)]*)\\): (\\S+)");
  private static final Pattern TERM =
      Pattern.compile("term (\\w+): mean \\S+, spread \\S+, share (\\d+) %, (\\w+)");
  private static final Pattern FAULT = Pattern.compile("fault ([A-Z_]+)(?: in (\\w+))?: .*");
  private static final Pattern REQUIRED = Pattern.compile("required .*, (met|missed)");

  /** Copies the list. */
  public Digest {
    Objects.requireNonNull(objective);
    terms = List.copyOf(terms);
    blames = List.copyOf(blames);
  }

  /**
   * A term.
   *
   * @param name its name
   * @param percent its part of the reward's magnitude
   * @param trend where it went in training
   */
  public record Term(String name, int percent, Trend trend) {

    /** Checks for null. */
    public Term {
      Objects.requireNonNull(name);
      Objects.requireNonNull(trend);
    }
  }

  /**
   * A fault.
   *
   * @param fault which
   * @param term the term to blame; empty if it is the reward as a whole
   */
  public record Blame(Fault fault, String term) {

    /** Checks for null. */
    public Blame {
      Objects.requireNonNull(fault);
      Objects.requireNonNull(term);
    }
  }

  /** Returns the faults that a term is blamed for. */
  public List<Fault> faults(String term) {
    return blames.stream().filter(b -> b.term().equals(term)).map(Blame::fault).toList();
  }

  /** Reads an analysis; nothing if the text is none. */
  public static Optional<Digest> of(String analysis) {
    Optional<Digest> digest = Optional.empty();
    List<Term> terms = new ArrayList<>();
    List<Blame> blames = new ArrayList<>();
    int met = 0;
    int missed = 0;
    for (String line : analysis.lines().toList()) {
      Matcher fitness = FITNESS.matcher(line);
      Matcher term = TERM.matcher(line);
      Matcher fault = FAULT.matcher(line);
      Matcher required = REQUIRED.matcher(line);
      if (digest.isEmpty() && fitness.matches()) {
        digest =
            number(fitness.group(2))
                .map(v -> new Digest(fitness.group(1), v, 0, 0, List.of(), List.of()));
      } else if (term.matches()) {
        trend(term.group(3))
            .map(t -> new Term(term.group(1), Integer.parseInt(term.group(2)), t))
            .ifPresent(terms::add);
      } else if (fault.matches()) {
        String blamed = Objects.requireNonNullElse(fault.group(2), "");
        fault(fault.group(1)).ifPresent(f -> blames.add(new Blame(f, blamed)));
      } else if (required.matches()) {
        met += required.group(1).equals("met") ? 1 : 0;
        missed += required.group(1).equals("met") ? 0 : 1;
      }
    }
    int allMet = met;
    int allMissed = missed;
    return digest.map(d -> new Digest(d.objective, d.fitness, allMet, allMissed, terms, blames));
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Fault> fault(String word) {
    return Arrays.stream(Fault.values()).filter(f -> f.name().equals(word)).findFirst();
  }

  private static Optional<Trend> trend(String word) {
    for (Trend trend : Trend.values()) {
      if (trend.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(trend);
      }
    }
    return Optional.empty();
  }
}
