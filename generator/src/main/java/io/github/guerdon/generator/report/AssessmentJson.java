package io.github.guerdon.generator.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.run.Json;
import io.github.guerdon.generator.run.JsonNumber;

/** An assessment as journals, reports and the command line tell it; {@code docs/cli.md}. */
public final class AssessmentJson {

  private AssessmentJson() {}

  /** Writes an assessment; a number that is none is null. */
  public static ObjectNode write(Assessment assessment) {
    ObjectNode node = Json.mapper().createObjectNode();
    JsonNumber.put(node, "random", assessment.random());
    JsonNumber.put(node, "noise", assessment.noise());
    JsonNumber.put(node, "band", assessment.band());
    node.set("tied", Json.tree(assessment.tied()));
    ObjectNode against = node.putObject("against");
    assessment.against().forEach((name, c) -> comparison(against.putObject(name), c));
    assessment
        .humanNormalised()
        .ifPresentOrElse(
            share -> JsonNumber.put(node, "human_normalised", share),
            () -> node.putNull("human_normalised"));
    return node.put("human_normalised_refused", assessment.refusal());
  }

  /** Adds a comparison's numbers to an object. */
  public static void comparison(ObjectNode node, Comparison comparison) {
    JsonNumber.put(node, "difference", comparison.difference());
    JsonNumber.put(node, "low", comparison.low());
    JsonNumber.put(node, "high", comparison.high());
    JsonNumber.put(node, "improvement", comparison.improvement());
    JsonNumber.put(node, "improvement_low", comparison.improvementLow());
    JsonNumber.put(node, "improvement_high", comparison.improvementHigh());
    node.put("standing", comparison.standing().name());
    JsonNumber.put(node, "bound", comparison.bound());
    JsonNumber.put(node, "margin", comparison.margin());
  }
}
