package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.design.Expense;
import io.github.guerdon.generator.report.Assessment;
import io.github.guerdon.generator.report.Comparison.Standing;
import io.github.guerdon.generator.report.ExitReason;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.report.SearchResult.GenerationBest;
import io.github.guerdon.generator.report.SearchResult.Measured;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a finished search of a batch found, as far as a batch tells it.
 *
 * @param identity the task's identity and the search's settings, a hash each: what must be equal
 *     for two results to be comparable
 * @param reason why the search ended
 * @param winner the winner's id and its fitness in the search; nothing if no candidate was trained
 *     to the end
 * @param fresh what the winner gives on fresh seeds; nothing if it was not measured
 * @param baselines the same for the task's baselines
 * @param standings how the winner stands beside each of them
 * @param random a random policy's fitness; not a number if unknown
 * @param executionRate share of the candidates that were trained to the end
 * @param trainings the environment steps of each training, by its hash
 * @param seconds wall-clock time, waits for other experiments' trainings included
 * @param expense what the designer cost
 * @param halt what stopped the designer; empty if nothing did
 */
public record ExperimentResult(
    Identity identity,
    ExitReason reason,
    Optional<Winner> winner,
    Optional<Fresh> fresh,
    Map<String, Fresh> baselines,
    Map<String, Standing> standings,
    double random,
    double executionRate,
    Map<String, Long> trainings,
    double seconds,
    Expense expense,
    String halt) {

  /** Says that fresh seeds were not measured, and which part of the budget it was for. */
  public String unmeasured() {
    return "not measured on fresh seeds"
        + switch (reason) {
          case TRAININGS_CAP -> ", as budget.trainings was used up: raise it";
          case STEPS_CAP -> ", as budget.steps was used up: raise it";
          case TIME_CAP -> ", as budget.time was over: run the batch again to go on";
          default -> "";
        };
  }

  /** Checks for null and copies the maps. */
  public ExperimentResult {
    Objects.requireNonNull(identity);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(winner);
    Objects.requireNonNull(fresh);
    Objects.requireNonNull(expense);
    Objects.requireNonNull(halt);
    baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
    standings = Collections.unmodifiableMap(new LinkedHashMap<>(standings));
    trainings = Collections.unmodifiableMap(new TreeMap<>(trainings));
  }

  /**
   * What makes two results comparable.
   *
   * @param task hash over all of the task that changes a result
   * @param settings hash over the search's settings, its share of the budget and its designer
   */
  public record Identity(String task, String settings) {

    /** Checks for null. */
    public Identity {
      Objects.requireNonNull(task);
      Objects.requireNonNull(settings);
    }
  }

  /**
   * The winner of a search.
   *
   * @param id its id
   * @param search its fitness in the search, which chose it and so flatters it
   */
  public record Winner(String id, double search) {

    /** Checks for null. */
    public Winner {
      Objects.requireNonNull(id);
    }
  }

  /**
   * Returns what a batch tells of a search.
   *
   * @param trainings the environment steps of each training, by its hash
   */
  public static ExperimentResult of(
      Identity identity, SearchResult result, Map<String, Long> trainings) {
    Map<String, Standing> standings = new LinkedHashMap<>();
    result
        .assessment()
        .ifPresent(a -> a.against().forEach((name, c) -> standings.put(name, c.standing())));
    return new ExperimentResult(
        identity,
        result.reason(),
        result.winner().map(w -> new Winner(w.id(), w.search().value())),
        result.winner().flatMap(Measured::fresh),
        result.baselines(),
        standings,
        result.assessment().map(Assessment::random).orElse(Double.NaN),
        result.generations().stream()
            .mapToDouble(GenerationBest::executionRate)
            .average()
            .orElse(0),
        trainings,
        result.seconds(),
        result.expense(),
        result.halt().map(h -> h.message()).orElse(""));
  }

  /** Returns whether the search came to its end, so that resuming would add nothing. */
  public boolean ended() {
    return switch (reason) {
      case COMPLETED, TRAININGS_CAP, STEPS_CAP, DESIGN_CAP, NO_VALID_CANDIDATE -> true;
      case CANCELLED, TIME_CAP, DESIGNER_SETTING, DESIGNER_UNREACHABLE -> false;
    };
  }

  /** Returns the environment steps of all its trainings. */
  public long steps() {
    return trainings.values().stream().mapToLong(Long::longValue).sum();
  }
}
