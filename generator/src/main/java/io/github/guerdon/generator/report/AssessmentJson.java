package io.github.guerdon.generator.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.run.Json;

/** An assessment as journals, reports and the command line tell it; {@code docs/cli.md}. */
public final class AssessmentJson {

  private AssessmentJson() {}

  /** Writes an assessment; a number that is none is null. */
  public static ObjectNode write(Assessment assessment) {
    ObjectNode node = Json.mapper().createObjectNode();
    number(node, "random", assessment.random());
    number(node, "noise", assessment.noise());
    number(node, "band", assessment.band());
    node.set("tied", Json.tree(assessment.tied()));
    ObjectNode against = node.putObject("against");
    assessment.against().forEach((name, c) -> comparison(against.putObject(name), c));
    assessment
        .humanNormalised()
        .ifPresentOrElse(
            share -> number(node, "human_normalised", share),
            () -> node.putNull("human_normalised"));
    return node.put("human_normalised_refused", assessment.refusal());
  }

  /** Adds a comparison's numbers to an object. */
  public static void comparison(ObjectNode node, Comparison comparison) {
    number(node, "difference", comparison.difference());
    number(node, "low", comparison.low());
    number(node, "high", comparison.high());
    number(node, "improvement", comparison.improvement());
    number(node, "improvement_low", comparison.improvementLow());
    number(node, "improvement_high", comparison.improvementHigh());
    node.put("standing", comparison.standing().name());
    number(node, "bound", comparison.bound());
    number(node, "margin", comparison.margin());
    node.put("not_inferior", comparison.notInferior());
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
