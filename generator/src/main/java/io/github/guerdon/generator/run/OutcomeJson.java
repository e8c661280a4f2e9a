package io.github.guerdon.generator.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.Standing;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.time.Duration;
import java.util.List;

/** A training's outcome as the journal keeps it. */
final class OutcomeJson {

  private OutcomeJson() {}

  static JsonNode write(Outcome outcome) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("job", outcome.job());
    return outcome.match(
        completed ->
            node.put("outcome", "completed")
                .<ObjectNode>set("result", Json.tree(completed.result())),
        diverged ->
            node.put("outcome", "diverged")
                .put("term", diverged.term())
                .put("step", diverged.step())
                .put("value", Double.toString(diverged.value())),
        timedOut ->
            node.put("outcome", "timed_out")
                .put("after_ms", timedOut.after().toMillis())
                .put("step", timedOut.step()),
        crashed ->
            node.put("outcome", "crashed")
                .put("cause", crashed.cause().name())
                .put("where", crashed.where())
                .put("step", crashed.step()),
        paused -> {
          node.put("outcome", "paused").put("step", paused.step());
          node.set("standings", Json.tree(paused.standings()));
          return node.<ObjectNode>set("curve", Json.tree(paused.curve()));
        });
  }

  /**
   * Reads an outcome.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Outcome read(JsonNode node) {
    String job = node.path("job").asText();
    long step = node.path("step").asLong();
    String outcome = node.path("outcome").asText();
    return switch (outcome) {
      case "completed" ->
          new Outcome.Completed(job, Json.read(node.path("result"), TrainingResult.class));
      case "diverged" ->
          new Outcome.Diverged(
              job,
              node.path("term").asText(),
              step,
              Double.parseDouble(node.path("value").asText()));
      case "timed_out" ->
          new Outcome.TimedOut(job, Duration.ofMillis(node.path("after_ms").asLong()), step);
      case "crashed" ->
          new Outcome.Crashed(
              job,
              CrashCause.valueOf(node.path("cause").asText()),
              node.path("where").asText(),
              step);
      case "paused" ->
          new Outcome.Paused(
              job,
              step,
              List.of(Json.read(node.path("standings"), Standing[].class)),
              List.of(Json.read(node.path("curve"), CurvePoint[].class)));
      default -> throw new IllegalArgumentException("'" + outcome + "' is no outcome");
    };
  }
}
