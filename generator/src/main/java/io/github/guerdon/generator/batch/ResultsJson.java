package io.github.guerdon.generator.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.batch.ExperimentResult.Identity;
import io.github.guerdon.generator.batch.ExperimentResult.Winner;
import io.github.guerdon.generator.design.Expense;
import io.github.guerdon.generator.report.Comparison.Standing;
import io.github.guerdon.generator.report.ExitReason;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.run.JsonNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A batch's results as JSON: for machines, and as the baseline of a later batch. */
final class ResultsJson {

  /** The version that is written and read. */
  static final int FORMAT = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ResultsJson() {}

  static String write(BatchReport report) {
    ObjectNode root =
        MAPPER.createObjectNode().put("format", FORMAT).put("batch", report.plan().name());
    ArrayNode experiments = root.putArray("experiments");
    for (Judged judged : report.experiments()) {
      Experiment experiment = judged.experiment();
      ObjectNode node =
          experiments
              .addObject()
              .put("name", experiment.name())
              .put("task", experiment.task().label())
              .put("designer", experiment.designer().label())
              .put("strategy", experiment.strategy().word())
              .put("seed", experiment.seed())
              .put("verdict", judged.verdict().word());
      judged.messages().forEach(node.putArray("messages")::add);
      judged.notes().forEach(node.putArray("notes")::add);
      judged.result().ifPresent(r -> node.set("result", result(r)));
    }
    ObjectNode totals = root.putObject("totals");
    totals
        .put("trainings", report.trainings())
        .put("trained", report.trained())
        .put("steps", report.steps());
    return root.toPrettyString() + "\n";
  }

  static ObjectNode result(ExperimentResult result) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("task_identity", result.identity().task())
        .put("settings_identity", result.identity().settings())
        .put("reason", result.reason().name());
    result
        .winner()
        .ifPresent(
            w -> JsonNumber.put(node.putObject("winner").put("id", w.id()), "search", w.search()));
    result.fresh().ifPresent(f -> node.set("fresh", fresh(f)));
    ObjectNode baselines = node.putObject("baselines");
    result.baselines().forEach((name, f) -> baselines.set(name, fresh(f)));
    ObjectNode standings = node.putObject("standings");
    result.standings().forEach((name, s) -> standings.put(name, s.name()));
    JsonNumber.put(node, "random", result.random());
    JsonNumber.put(node, "execution_rate", result.executionRate());
    ObjectNode trainings = node.putObject("trainings");
    result.trainings().forEach(trainings::put);
    node.put("seconds", result.seconds());
    ObjectNode expense =
        node.putObject("expense")
            .put("calls", result.expense().calls())
            .put("input_tokens", result.expense().inputTokens())
            .put("output_tokens", result.expense().outputTokens());
    JsonNumber.put(expense, "usd", result.expense().dollars());
    return node.put("halt", result.halt());
  }

  private static ObjectNode fresh(Fresh fresh) {
    ObjectNode node = MAPPER.createObjectNode();
    JsonNumber.put(node, "mean", fresh.mean());
    JsonNumber.put(node, "low", fresh.low());
    JsonNumber.put(node, "high", fresh.high());
    JsonNumber.put(node, "iqm", fresh.iqm());
    JsonNumber.put(node, "iqm_low", fresh.iqmLow());
    JsonNumber.put(node, "iqm_high", fresh.iqmHigh());
    fresh.values().forEach(node.putArray("values")::add);
    return node.put("failed", fresh.failed()).put("requirements_met", fresh.requirementsMet());
  }

  /**
   * Reads a result.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ExperimentResult read(JsonNode node) {
    Map<String, Fresh> baselines = new LinkedHashMap<>();
    node.path("baselines")
        .properties()
        .forEach(e -> baselines.put(e.getKey(), fresh(e.getValue())));
    Map<String, Standing> standings = new LinkedHashMap<>();
    node.path("standings")
        .properties()
        .forEach(e -> standings.put(e.getKey(), Standing.valueOf(e.getValue().asText())));
    Map<String, Long> trainings = new LinkedHashMap<>();
    node.path("trainings")
        .properties()
        .forEach(e -> trainings.put(e.getKey(), e.getValue().asLong()));
    JsonNode expense = node.path("expense");
    return new ExperimentResult(
        new Identity(node.path("task_identity").asText(), node.path("settings_identity").asText()),
        ExitReason.valueOf(node.path("reason").asText()),
        node.has("winner")
            ? Optional.of(
                new Winner(
                    node.path("winner").path("id").asText(),
                    number(node.path("winner").path("search"))))
            : Optional.empty(),
        node.has("fresh") ? Optional.of(fresh(node.path("fresh"))) : Optional.empty(),
        baselines,
        standings,
        number(node.path("random")),
        number(node.path("execution_rate")),
        trainings,
        node.path("seconds").asDouble(),
        new Expense(
            expense.path("calls").asLong(),
            expense.path("input_tokens").asLong(),
            expense.path("output_tokens").asLong(),
            number(expense.path("usd"))),
        node.path("halt").asText());
  }

  /**
   * Reads a result from its text.
   *
   * @throws JsonProcessingException if it is no JSON
   * @throws IllegalArgumentException if it is no result
   */
  static ExperimentResult read(String text) throws JsonProcessingException {
    return read(MAPPER.readTree(text));
  }

  private static Fresh fresh(JsonNode node) {
    if (!node.path("values").isArray()) {
      throw new IllegalArgumentException("a measurement lacks its values");
    }
    List<Double> values = new ArrayList<>();
    node.path("values").forEach(v -> values.add(v.asDouble()));
    return new Fresh(
        number(node.path("mean")),
        number(node.path("low")),
        number(node.path("high")),
        number(node.path("iqm")),
        number(node.path("iqm_low")),
        number(node.path("iqm_high")),
        values,
        node.path("failed").asInt(),
        node.path("requirements_met").asInt());
  }

  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }
}
