package io.github.guerdon.generator.report;

import io.github.guerdon.env.Score;
import io.github.guerdon.generator.design.Expense;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param winner the chosen candidate; nothing if no candidate was trained to the end
 * @param firstGuess the first generation's best, measured beside the winner
 * @param baselines human rewards trained by the same code with the same seeds, by name
 * @param assessment what the fresh seeds say; nothing if the winner was not measured
 * @param robustness what the winner and the official reward reach where the model varies, by name;
 *     empty if the task varies nothing or the winner was not measured
 * @param generations the best of each generation, in order
 * @param trainings trainings that were run, earlier sessions of the run included
 * @param steps their environment steps
 * @param seconds wall-clock time of this session
 * @param expense what the designer cost, earlier sessions of the run included
 * @param halt why the designer could not go on, if it could not
 * @param abstained why the screen for duplicates could say nothing of a candidate, by its id
 * @param race what racing did; nothing if there was none
 * @param reason why it ended
 */
public record SearchResult(
    Optional<Measured> winner,
    Optional<Measured> firstGuess,
    Map<String, Fresh> baselines,
    Optional<Assessment> assessment,
    Map<String, RobustnessCard> robustness,
    List<GenerationBest> generations,
    int trainings,
    long steps,
    double seconds,
    Expense expense,
    Optional<Halt> halt,
    Map<String, String> abstained,
    Optional<RaceResult> race,
    ExitReason reason) {

  /** Copies the collections. */
  public SearchResult {
    Objects.requireNonNull(winner);
    Objects.requireNonNull(firstGuess);
    Objects.requireNonNull(assessment);
    baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
    robustness = Collections.unmodifiableMap(new LinkedHashMap<>(robustness));
    generations = List.copyOf(generations);
    Objects.requireNonNull(expense);
    Objects.requireNonNull(halt);
    abstained = Collections.unmodifiableMap(new LinkedHashMap<>(abstained));
    Objects.requireNonNull(race);
    Objects.requireNonNull(reason);
  }

  /**
   * A candidate with both of its measurements.
   *
   * @param id its id
   * @param source its Java
   * @param search its score in the search, which chose it and so flatters it
   * @param fresh its fitness with seeds that chose nothing; nothing if the caps left none or the
   *     search was stopped
   */
  public record Measured(String id, String source, Score search, Optional<Fresh> fresh) {

    /** Checks for null. */
    public Measured {
      Objects.requireNonNull(id);
      Objects.requireNonNull(source);
      Objects.requireNonNull(search);
      Objects.requireNonNull(fresh);
    }
  }

  /**
   * The best of one generation.
   *
   * @param index the generation, from 0
   * @param id the candidate's id; nothing if all of them failed
   * @param score its score
   * @param executionRate share of the generation that was trained to the end
   */
  public record GenerationBest(
      int index, Optional<String> id, Optional<Score> score, double executionRate) {

    /** Checks for null. */
    public GenerationBest {
      Objects.requireNonNull(id);
      Objects.requireNonNull(score);
    }
  }
}
