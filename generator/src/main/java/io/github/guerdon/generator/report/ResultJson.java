package io.github.guerdon.generator.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.report.SearchResult.Measured;
import io.github.guerdon.generator.run.Json;

/** A search's result as the journal's last event tells it. */
public final class ResultJson {

  private ResultJson() {}

  /** Returns the JSON of a result. */
  public static JsonNode write(SearchResult result) {
    ObjectNode node = Json.mapper().createObjectNode();
    result.winner().ifPresent(w -> node.set("winner", measured(w)));
    result.firstGuess().ifPresent(f -> node.set("first_guess", measured(f)));
    ObjectNode baselines = node.putObject("baselines");
    result.baselines().forEach((name, fresh) -> baselines.set(name, Json.tree(fresh)));
    result.assessment().ifPresent(a -> node.set("assessment", AssessmentJson.write(a)));
    if (!result.robustness().isEmpty()) {
      node.set("robustness", RobustnessJson.write(result.robustness()));
    }
    result.halt().ifPresent(halt -> node.set("halt", Json.tree(halt)));
    if (result.expense().calls() > 0) {
      node.set("expense", Json.tree(result.expense()));
    }
    result.race().ifPresent(race -> node.set("race", Json.tree(race)));
    return node.put("trainings", result.trainings())
        .put("steps", result.steps())
        .put("reason", result.reason().name());
  }

  private static JsonNode measured(Measured measured) {
    ObjectNode node = Json.mapper().createObjectNode().put("id", measured.id());
    node.set("search", Json.tree(measured.search()));
    measured.fresh().ifPresent(f -> node.set("fresh", Json.tree(f)));
    return node;
  }
}
