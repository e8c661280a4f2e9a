package io.github.guerdon.generator.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.guerdon.env.Score;
import io.github.guerdon.generator.design.Expense;
import io.github.guerdon.generator.report.SearchResult.Measured;
import io.github.guerdon.generator.run.Json;
import io.github.guerdon.generator.run.Memory;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.RunRecord;
import io.github.guerdon.sandbox.training.Outcome;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a stored run found and cost, read from its folder without holding it.
 *
 * @param run its folder
 * @param record how it came about
 * @param ended why it ended; nothing if it has not, so that it can be resumed
 * @param winner the winner; nothing if there is none yet
 * @param baselines human rewards on the same fresh seeds, by name
 * @param random a random policy's fitness; not a number if it was not measured
 * @param trainings trainings so far
 * @param steps their environment steps
 * @param seconds how long the completed ones took, one after another
 * @param expense what the designer cost
 */
public record RunOverview(
    Path run,
    RunRecord record,
    Optional<ExitReason> ended,
    Optional<Measured> winner,
    Map<String, Fresh> baselines,
    double random,
    int trainings,
    long steps,
    double seconds,
    Expense expense) {

  /** Checks for null and copies the map. */
  public RunOverview {
    Objects.requireNonNull(run);
    Objects.requireNonNull(record);
    Objects.requireNonNull(ended);
    Objects.requireNonNull(winner);
    Objects.requireNonNull(expense);
    baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
  }

  /**
   * Reads a run.
   *
   * @throws RunException if there is none, or it is damaged
   */
  public static RunOverview read(Path run) throws RunException {
    RunRecord record = RunDirectory.read(run);
    Memory memory = RunDirectory.recall(run);
    JsonNode result = memory.result().orElseGet(Json.mapper()::createObjectNode);
    try {
      Map<String, Fresh> baselines = new LinkedHashMap<>();
      result
          .path("baselines")
          .properties()
          .forEach(e -> baselines.put(e.getKey(), Json.read(e.getValue(), Fresh.class)));
      return new RunOverview(
          run,
          record,
          Optional.ofNullable(result.path("reason").textValue()).map(ExitReason::valueOf),
          result.has("winner") ? Optional.of(measured(result.path("winner"))) : Optional.empty(),
          baselines,
          result.path("assessment").path("random").asDouble(Double.NaN),
          memory.trainings(),
          memory.steps(),
          memory.outcomes().stream().mapToDouble(RunOverview::seconds).sum(),
          result.has("expense") ? Json.read(result.path("expense"), Expense.class) : Expense.NONE);
    } catch (IllegalArgumentException e) {
      throw new RunException(
          RunException.Kind.UNREADABLE,
          run + ": its result cannot be read (" + e.getMessage() + "); resume it to write it anew");
    }
  }

  private static Measured measured(JsonNode node) {
    return new Measured(
        node.path("id").asText(),
        "",
        Json.read(node.path("search"), Score.class),
        node.has("fresh")
            ? Optional.of(Json.read(node.path("fresh"), Fresh.class))
            : Optional.empty());
  }

  private static double seconds(Outcome outcome) {
    return outcome instanceof Outcome.Completed completed ? completed.result().seconds() : 0;
  }

  /**
   * Compares this run's winner with another's on fresh seeds, with the noise between seeds that
   * this run's baselines show; nothing if one of them was not measured, or they are of different
   * tasks.
   */
  public Optional<Comparison> against(RunOverview other) {
    if (!record.identity().equals(other.record.identity())) {
      return Optional.empty();
    }
    Optional<Fresh> own = fresh();
    Optional<Fresh> theirs = other.fresh();
    return own.isPresent() && theirs.isPresent()
        ? Optional.of(Comparison.of(own.get(), theirs.get(), Assessment.noise(baselines), random))
        : Optional.empty();
  }

  /** Returns what the winner gives on fresh seeds, if it gave any fitness there. */
  public Optional<Fresh> fresh() {
    return winner.flatMap(Measured::fresh).filter(f -> !f.values().isEmpty());
  }
}
